import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { isRecognised } from '../article/blocks/registry.ts';
import { months } from './dates/month-names.ts';
import { readMarkdown } from './markdown/read-markdown.ts';
import { parseText } from './parse.ts';
import type { Parsed } from './parsed-article.ts';

/**
 * A word of the input is in the article or in its repairs: counted, so that a word that stood there twice is there
 * twice. The corpus lies outside the project; without it only the samples and made-up texts are tried.
 */
const options = { timeZone: 'UTC', language: 'en' };
const corpus = '../shared/corpora/pasted';
const hasCorpus = existsSync(corpus);
if (!hasCorpus) console.log(`nothing-lost: skipped the corpus, there is no ${corpus}`);

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\u3040-\u30ff\u3400-\u9fff]|[\p{L}\p{N}\p{M}]+|\p{Extended_Pictographic}/gu) ?? [];

function count(words: readonly string[]): Map<string, number> {
  const counted = new Map<string, number>();
  for (const word of words) counted.set(word, (counted.get(word) ?? 0) + 1);
  return counted;
}

/** The words of a date that a post keeps as `2024-01-29`, in any language. */
function dateWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return [year, day, date, ...[...months].filter(([, index]) => index === month! - 1).map(([name]) => name)].join(' ');
}

/** The texts in a node's fields, however deep: those of its author, its credits, its address. */
function fieldWords(value: unknown): string[] {
  if (typeof value === 'string') return [/^\d{4}-\d\d-\d\d$/.test(value) ? dateWords(value) : value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(fieldWords) : [];
}

function nodeWords(node: Nodes): string {
  if (isRecognised(node)) {
    const fields = Object.entries(node).filter(([name]) => !/^(?:type|position|data|children)$/.test(name));
    return [...fields.flatMap(([, value]) => fieldWords(value)), ...node.children.map(nodeWords)].join('\n');
  }
  if (node.type === 'break') return '\n';
  if (node.type === 'link' || node.type === 'image')
    return `${'children' in node ? node.children.map(nodeWords).join('') : (node.alt ?? '')}`;
  // A part of a question and its answers, with who speaks.
  if ('speaker' in node) return [node.speaker ?? '', ...node.children.map(nodeWords)].join('\n');
  if ('children' in node) {
    const inline =
      node.type === 'paragraph' || node.type === 'heading' || node.type === 'emphasis' || node.type === 'strong';
    return node.children.map((child) => nodeWords(child)).join(inline ? '' : '\n');
  }
  return toString(node);
}

/** Every word that an article holds. Tweets' dates count loosely: their words are in more than one language. */
function articleWords(parsed: Parsed): string {
  const { headline, description, section, topics, authors, published, source, dateline, root, repairs } = parsed;
  return [
    headline,
    description,
    section,
    ...topics,
    ...authors,
    published?.text,
    source?.name,
    dateline,
    ...root.children.map(nodeWords),
    ...repairs.map(({ removed }) => removed),
  ].join('\n');
}

function lost(input: string, parsed: Parsed): string[] {
  const held = count(wordsOf(articleWords(parsed)));
  return [...count(wordsOf(input))].flatMap(([word, times]) => {
    const missing = times - (held.get(word) ?? 0);
    return missing > 0 ? [`${word} ×${missing}`] : [];
  });
}

const files = (folder: string, ending: string) =>
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((file) => file.endsWith(ending))
    .map((file) => `${folder}/${file}`);

describe('no word of a pasted text is lost', () => {
  const samples = files('content/articles', '.txt');
  test.each([...samples, ...(hasCorpus ? files(corpus, '.txt') : [])])('%s', (file) => {
    const text = readFileSync(file, 'utf8');
    const parsed = parseText('a.txt', text, options);
    expect(lost(text, parsed)).toEqual([]);
    // The last look finds nothing: every rule gives its own account.
    expect(parsed.trace.filter(({ rule }) => rule === 'left-over')).toEqual([]);
  });

  const lines = fc.constantFrom(
    'Council votes to keep harbour open',
    'Harbour saved',
    'World',
    'By Ann Lee and Bo Berg',
    'ByAnn LeeStaff Writer',
    'By Ann LeeNovember 18, 2019 | 4:10pm',
    '▲ 항구의 배. ⓒ한국신문',
    'Ann Lee',
    'Senior Editor',
    '@annlee',
    'The Harbour Post',
    'Jan 30/2024 12:50AM',
    'Published Mon, Mar 18 20199:29 AM EDTUpdated Mon, Mar 18 201911:37 AM EDT',
    'Post At: Mar 3/2024 9:15PM',
    'March 4, 2024',
    '5 PM',
    '2 hours ago',
    'Share',
    'Facebook Twitter Email',
    'T',
    'he fishermen had waited since noon, and when the doors opened they went in.',
    'A boat in the harbour at dawn. Photograph: Ann Lee/Reuters',
    '(Ann Lee/AP)',
    'Image caption, A boat',
    'Nothing to see here pic.twitter.com/abcdefghij',
    '— Ann Lee (@annlee) March 4, 2024',
    'The council of the town voted on Tuesday to keep the old harbour open for another ten years, after a long debate.',
    'Correction: an earlier version of this article named the wrong harbour.',
    '• One thing',
    '- Another',
    'Why it matters',
    'Related Topics',
    'READ MORE: One ship, two owners',
    'Getty Images Two gulls sit on a rail. Getty Images',
    'Two gulls on a rail',
    'Image source, Hugh Evans picture agency',
    'Harriet van Dam/QPR News',
    'hide caption',
    'toggle caption',
    'BBC News, Lisbon',
    'By Ann Lee Fox News',
    'Ann Lee · CBC News',
    'A boat was found. (Gaines County Sheriff’s Office)',
    'A boat in Queens.Credit...Ann Lee for The New York Times',
    'Update 5/2/24, 1:48 p.m. ET: This article was updated.',
    'LONDON (Reuters) - The council voted. See https://example.com/a, or write to news@example.com.',
    '*not bold* _not italic_ # no heading <b>no markup</b> [no](link) 1. no list &amp; \\ ` | ~~',
    '',
    '',
    '',
  );
  const anyLine = fc.oneof(
    { weight: 6, arbitrary: lines },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  );

  test('any heap of such lines', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 25 }), (parts) => {
        const text = `The harbour stays open for ten years\n${parts.join('\n').replace(/[\r\0]/g, '')}\nThe end of it.`;
        expect(lost(text, parseText('a.txt', text, options))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

describe('no word of a Markdown text is lost', () => {
  test.each(files('content/articles', '.md'))('%s', (file) => {
    const text = readFileSync(file, 'utf8');
    const body = text.replace(/^---\n[\s\S]*?\n---\n/, '');
    // Raw HTML is markup and words in one: its words are tried where it is read.
    const plain = readMarkdown(body, 1).children.filter(({ type }) => type !== 'html');
    const tree = { type: 'root' as const, children: plain };
    expect(lost(nodeWords(tree), parseText('a.md', text, options))).toEqual([]);
  });
});
