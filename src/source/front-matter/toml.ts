import { parse, TomlError } from 'smol-toml';
import { SourceError } from '../error.ts';
import { TooMuch, type Fields } from './field.ts';
import { fieldsOfValues } from './yaml.ts';

/**
 * Reads front matter in TOML, as Hugo and Zola have it. Zola's `[taxonomies]` are keys like the others.
 *
 * @param firstLine the number of the front matter's first line in its file
 */
export function readToml(path: string, text: string, firstLine: number): Fields {
  try {
    const { taxonomies, ...raw } = parse(text, { integersAsBigInt: true });
    const all =
      taxonomies && typeof taxonomies === 'object' && !Array.isArray(taxonomies) ? { ...raw, ...taxonomies } : raw;
    return { fields: fieldsOfValues(all, text, firstLine, '='), told: [] };
  } catch (error) {
    if (!(error instanceof TomlError) && !(error instanceof TooMuch)) throw error;
    const at =
      error instanceof TomlError
        ? { line: firstLine + error.line - 1, column: error.column }
        : { line: firstLine, column: 1 };
    const said = error.message.split('\n')[0]!.replace(/^Invalid TOML document: /, '');
    return {
      fields: [],
      told: [
        new SourceError({
          path,
          ...at,
          rule: 'unreadable-front-matter',
          message: `The front matter is not TOML: ${said || 'it is nested too deeply'}.`,
          hint: 'Write one key = value a line, with text in quotation marks and dates without them: title = "The harbour opens".',
        }),
      ],
    };
  }
}
