import { parse, TomlError, type TomlValue } from 'smol-toml';
import { SourceError } from '../error.ts';
import { TooMuch, type Fields } from './field.ts';
import { fieldsOfValues } from './yaml.ts';

/**
 * Reads front matter in TOML, as Hugo and Zola have it. Zola's `[taxonomies]` and `[extra]` hold keys like
 * the others.
 *
 * @param firstLine the number of the front matter's first line in its file
 */
export function readToml(path: string, text: string, firstLine: number): Fields {
  try {
    const { taxonomies, extra, ...raw } = parse(text, { integersAsBigInt: true });
    const all = { ...tableOf('extra', extra), ...raw, ...tableOf('taxonomies', taxonomies) };
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

/** The keys of a table; a key that holds none stays as it is. */
const tableOf = (name: string, value: TomlValue | undefined): Record<string, TomlValue> =>
  value === undefined
    ? {}
    : typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date)
      ? value
      : { [name]: value };
