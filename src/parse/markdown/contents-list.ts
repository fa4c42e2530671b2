import type { Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { TraceStep } from '../trace.ts';

const heading =
  /^(?:table of )?contents$|^toc$|^on this page$|^inhalt(?:sverzeichnis)?$|^(?:table des matières|sommaire)$|^(?:índice|contenidos?|tabla de contenidos?)$|^(?:содержание|оглавление)$|^目[录錄次]$|^المحتويات$/iu;
/** `[TOC]`, `[[toc]]`, `[[_TOC_]]`, `${toc}`: what other programs put a table of contents in place of. */
const placeholder = /^(?:\[\[?_?toc_?\]?\]|\$\{toc\}|@\[toc\])$/i;

/**
 * Leaves out the places that other programs fill with a table of contents: a heading with nothing below it (AstroPaper,
 * by remark-toc), a placeholder. A table that somebody wrote stays.
 */
export function withoutContents(root: Root, trace: (step: TraceStep) => void): Root {
  const children = root.children.filter((node, index) => {
    const isFilled = isPlaceholder(node) || (isHeading(node) && isEmpty(node, root.children[index + 1]));
    if (!isFilled) return true;
    const { line: first = 1 } = node.position?.start ?? {};
    const { line: last = first } = node.position?.end ?? {};
    const words = toString(node);
    trace({
      rule: 'contents-list',
      lines: [first, last],
      before: words,
      after: '',
      certainty: 'certain',
      why: 'other programs put a table of contents there, and there is none',
      removed: words,
    });
    return false;
  });
  return children.length === root.children.length ? root : { ...root, children };
}

const isHeading = (node: RootContent): boolean => node.type === 'heading' && heading.test(toString(node).trim());

const isPlaceholder = (node: RootContent): boolean =>
  node.type === 'paragraph' && placeholder.test(toString(node).trim());

/** Whether nothing stands below a heading: the next thing is a heading as high, a placeholder, or the end. */
const isEmpty = (node: RootContent, next: RootContent | undefined): boolean =>
  next === undefined ||
  isPlaceholder(next) ||
  (node.type === 'heading' && next.type === 'heading' && next.depth <= node.depth);
