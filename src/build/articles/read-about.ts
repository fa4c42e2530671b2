import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Site } from '../../site.ts';
import { readBody } from '../../parse/markdown/read-body.ts';
import { renderNote } from '../../render/note.ts';
import { blockLabels } from '../../i18n/block-labels.ts';
import { decodeSource } from '../../source/decode.ts';
import { SourceErrors } from '../../source/error.ts';
import { readFrontMatter } from '../../source/front-matter/front-matter.ts';
import { splitSource } from '../../source/front-matter/split.ts';
import { withoutNotes } from '../../source/private/without-notes.ts';

/**
 * The page about the newspaper: `content/about.md`, safe HTML; null where there is none.
 *
 * @param content the content folder
 * @throws SourceErrors where its bytes are not UTF-8
 */
export async function readAbout(content: string, site: Site): Promise<string | null> {
  const bytes = await readFile(join(content, 'about.md')).catch(() => null);
  if (bytes === null || bytes.length === 0) return null;
  const text = decodeSource('about.md', bytes);
  const source = splitSource('about.md', text);
  const shown = withoutNotes('about.md', text, source);
  if (shown.unclosed) throw new SourceErrors([shown.unclosed]);
  const root = readBody('about.md', shown, source.bodyLine, { trace: () => undefined, warn: () => undefined });
  const { headline, description } = readFrontMatter('about.md', source).values;
  // A title of the page's own is its heading, and the description stands below it.
  if (headline && !root.children.some((node) => node.type === 'heading' && node.depth === 1))
    root.children.unshift(
      { type: 'heading', depth: 1, children: [{ type: 'text', value: headline }] },
      ...(description
        ? [{ type: 'paragraph' as const, children: [{ type: 'text' as const, value: description }] }]
        : []),
    );
  return renderNote(root, site, blockLabels(site));
}
