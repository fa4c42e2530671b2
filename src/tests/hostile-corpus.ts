import { existsSync, readFileSync } from 'node:fs';
import { own } from '../render/fixtures/vectors.ts';

const corpus = new URL('../../../shared/corpora/hostile/', import.meta.url);

/** Whether the known vectors are here; where they are not, tests of them say that they skip. */
export const vectorsPresent = existsSync(corpus);
if (!vectorsPresent)
  console.info('the known hostile vectors are not here (../shared/corpora/hostile): their tests are skipped');

const read = (name: string): string => (vectorsPresent ? readFileSync(new URL(name, corpus), 'utf8') : '[]');

/** An example of the CommonMark specification: it must survive, apart from what the gate removes on purpose. */
export interface Example {
  example: number;
  markdown: string;
  html: string;
}
export const commonmark = (): Example[] => JSON.parse(read('commonmark.json')) as Example[];

/** Each known vector, with our own. */
export function vectors(): string[] {
  const dompurify = (JSON.parse(read('dompurify.json')) as { payload: string }[]).map(({ payload }) => payload);
  const lines = read('payloadbox.txt').split(/\r?\n/).filter(Boolean);
  return [...new Set([...own, ...dompurify, ...lines])];
}
