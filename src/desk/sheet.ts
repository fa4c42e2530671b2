import type { Root, RootContent } from 'mdast';
import { parsePage, parseText } from '../parse/parse.ts';
import type { Parsed, ParseOptions } from '../parse/parsed-article.ts';
import { nodeText } from '../parse/text/left-over.ts';
import type { Draft } from './draft.ts';

/** A draft as it was read, before anybody mends it. */
export interface Sheet {
  parsed: Parsed;
  /** What the person sees and points at: the lines of a text; of a page one line for each passage. */
  lines: readonly string[];
}

/** The name under which a draft is read: it tells the form. */
export const nameOf = ({ name, form }: Pick<Draft, 'name' | 'form'>): string =>
  form === 'html' ? 'pasted.html' : name !== null && /\.(?:md|markdown|txt)$/i.test(name) ? name : 'pasted.txt';

/**
 * Reads a draft.
 *
 * @throws SourceErrors with what keeps it from being an article
 */
export function readSheet(draft: Draft, options: ParseOptions): Sheet {
  const text = draft.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (draft.form === 'text') return { parsed: parseText(nameOf(draft), text, options), lines: text.split('\n') };
  return inLines(parsePage(nameOf(draft), text, options, null, { address: draft.address }));
}

/** The passages of a page, one a line: the lines of its HTML say nothing to a person. */
function inLines(parsed: Parsed): Sheet {
  const passages: { text: string; at: number; node?: RootContent; step?: Parsed['trace'][number] }[] = [];
  let at = 0;
  for (const node of parsed.root.children) {
    at = Math.max(at, node.position?.start.line ?? 0);
    passages.push({ text: oneLine(nodeText(node)), at, node });
  }
  for (const step of parsed.trace)
    if (step.rule === 'page-furniture') passages.push({ text: oneLine(step.before), at: step.lines[0], step });
  // A page that stands on one line has its furniture below.
  passages.sort((a, b) => a.at - b.at);
  const lines = [parsed.headline, ...passages.map(({ text }) => text)];
  const lineOf = new Map(passages.map((passage, index) => [passage.node ?? passage.step, index + 2]));
  const children = parsed.root.children.map((node): RootContent => {
    const line = lineOf.get(node) ?? 1;
    const point = { line, column: 1 };
    return { ...node, position: { start: point, end: { line, column: (lines[line - 1]?.length ?? 0) + 1 } } };
  });
  const trace = parsed.trace.flatMap((step) => {
    const line = lineOf.get(step);
    return line === undefined ? [] : [{ ...step, lines: [line, line] as [number, number] }];
  });
  const headline = {
    rule: 'headline',
    lines: [1, 1] as [number, number],
    before: parsed.headline,
    after: 'the headline',
    certainty: 'likely' as const,
    why: 'The page calls it its headline.',
  };
  const root: Root = { ...parsed.root, children };
  return { parsed: { ...parsed, root, trace: [headline, ...trace] }, lines };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
