import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addressOf } from '../../article/id.ts';
import type { Text } from '../../edition/text.ts';
import { blockLabels } from '../../i18n/block-labels.ts';
import { readBody } from '../../parse/markdown/read-body.ts';
import { renderNote } from '../../render/note.ts';
import type { Site } from '../../site.ts';
import { decodeSource } from '../../source/decode.ts';
import { SourceError, SourceErrors } from '../../source/error.ts';
import type { Json } from '../../source/front-matter/field.ts';
import { readFrontMatter } from '../../source/front-matter/front-matter.ts';
import { splitSource } from '../../source/front-matter/split.ts';
import { withoutNotes } from '../../source/private/without-notes.ts';

/** Place in the navigation of what names none. */
const UNPLACED = 1_000;

/** A text that was read, and what there is to tell of it. */
export interface ReadText {
  text: Text;
  warnings: SourceError[];
}

/**
 * Reads a text that is a page of its own.
 *
 * @param content the content folder
 * @param path    below it: `about.md`, `pages/contact.md`
 * @throws SourceErrors with every mistake in the file
 */
export async function readText(content: string, path: string, site: Site): Promise<ReadText> {
  const decoded = decodeSource(path, await readFile(join(content, path)));
  const source = splitSource(path, decoded);
  const { values, extra, problems, warnings } = readFrontMatter(path, source);
  const shown = withoutNotes(path, decoded, source);
  const mistakes = [...problems, ...(shown.unclosed ? [shown.unclosed] : [])];
  if (mistakes.length > 0) throw new SourceErrors(mistakes);
  const root = readBody(path, shown, source.bodyLine, {
    trace: () => undefined,
    warn: (problem) => void warnings.push(problem),
  });
  const refused = (address: string, kind: string, line: number | null): void =>
    void warnings.push(
      new SourceError({
        path,
        line: line ?? source.bodyLine,
        column: 1,
        rule: kind === 'picture' ? 'missing-picture' : 'no-article',
        message: `The ${kind === 'picture' ? 'picture' : 'link'} ${address} leads nowhere: its words are shown.`,
        hint:
          kind === 'picture'
            ? 'Put the picture into public/ and name it from there, such as /harbour.jpg, in a page of src/pages; articles alone have pictures beside them.'
            : 'Name a page by its address, such as /contact/, an article by its file, or anything else with https://.',
        severity: 'warning',
      }),
    );
  const heading = takeHeading(root, values.headline);
  const html = renderNote(root, { ...site, path }, blockLabels(site), refused);
  const title = values.headline ?? heading;
  const name = title ?? nameOf(path);
  return {
    text: {
      file: path,
      path: `/${values.address ? addressOf(values.address.split('/')) : addressOf(partsOf(path))}/`,
      title: title ?? (path === 'about.md' ? null : name),
      description: values.description ?? null,
      language: values.language ?? null,
      navigation: navigation(extra['navigation'] ?? extra['nav'] ?? null, name),
      draft: values.draft ?? false,
      html,
    },
    warnings,
  };
}

/** The title that a text opens with, which is taken out of it: the page shows it as its heading. */
function takeHeading(root: Root, stated: string | undefined): string | null {
  const [first] = root.children;
  if (first?.type !== 'heading' || first.depth !== 1) return null;
  const heading = toString(first).trim();
  if (heading === '' || (stated !== undefined && stated !== heading)) return null;
  root.children.shift();
  return heading;
}

/** The parts of its address: `pages/team/ada.md` is `/team/ada/`, `pages/team/index.md` is `/team/`. */
const partsOf = (path: string): string[] =>
  path
    .replace(/^pages\//, '')
    .replace(/\.\w+$/, '')
    .replace(/(^|\/)index$/, '')
    .split('/');

function nameOf(path: string): string {
  const words = (partsOf(path).at(-1) ?? '').replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `navigation: true`, a number (its place), or the name that it has there. */
function navigation(said: Json, title: string): Text['navigation'] {
  if (said === true) return { name: title, place: UNPLACED };
  if (typeof said === 'number') return { name: title, place: said };
  return typeof said === 'string' && said.trim() !== '' ? { name: said.trim(), place: UNPLACED } : null;
}
