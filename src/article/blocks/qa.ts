import { h } from 'hastscript';
import type { BlockContent, Data, Paragraph, Parent, Strong } from 'mdast';
import * as z from 'zod';
import { container } from './directive.ts';
import type { RecognisedKind, Showing, Stated } from './kind.ts';
import { safeHtml } from './safe-html.ts';

const part = z.object({
  /** Null where the article does not say. */
  speaker: z.string().nullable(),
  html: safeHtml,
});

/** A question and what was answered (schema.org `Question`). */
const schema = z.object({
  type: z.literal('qa'),
  question: part,
  answers: z.array(part),
  /** All of it, for whoever knows no questions and answers. */
  html: safeHtml,
});

export type QaBlock = z.infer<typeof schema>;

/** What one person says. */
interface QaPart extends Parent {
  type: 'part';
  speaker: string | null;
  children: BlockContent[];
  data?: Data;
}

/** A question, which is its first part, and the answers. */
export interface Qa extends Parent {
  type: 'qa';
  children: QaPart[];
  data?: Data;
}

declare module 'mdast' {
  interface RootContentMap {
    qa: Qa;
    part: QaPart;
  }
}

export const qa: RecognisedKind<QaBlock, Qa> = {
  schema,
  counted: 'question',
  directives: ['qa'],
  holds: 'parts',
  read: ({ children }) => (children.length === 0 ? null : read(children)),
  allWords: ({ children }, wordsOf) =>
    children.flatMap(({ speaker, children: blocks }) => [speaker ?? '', ...blocks.map(wordsOf)]).join('\n'),
  named: ({ children }) => children.flatMap(({ speaker }) => (speaker ? [{ what: 'name', text: speaker }] : [])),
  toBlock({ children }, { html, parts }) {
    const texts = parts();
    const [question, ...answers] = children.map(({ speaker }, at) => ({ speaker, html: texts[at] ?? '' }));
    // Where HTML in the text can't be told apart any more, no word of it is lost.
    return texts.length === children.length && question
      ? { type: 'qa', question, answers, html: texts.join('\n') }
      : { type: 'qa', question: { speaker: question?.speaker ?? null, html }, answers: [], html };
  },
  toText: ({ question, answers }, _words, textOf) =>
    [question, ...answers]
      .map(({ speaker, html }) => [speaker && `${speaker}:`, textOf(html)].filter(Boolean).join(' '))
      .join('\n\n'),
  toMarkdown: ({ children }) => container('qa', {}, children.flatMap(written)),
  toHtml,
  structured: ({ question, answers }, { textOf }) => ({
    hasPart: [
      {
        '@type': 'Question',
        text: textOf(question.html),
        author: person(question.speaker),
        answerCount: answers.length,
        acceptedAnswer: answers.map(({ speaker, html }) => ({
          '@type': 'Answer',
          text: textOf(html),
          author: person(speaker),
        })),
      },
    ],
  }),
  markup: { classes: { div: ['qa', 'qa-question', 'qa-answer'], p: ['qa-speaker'] } },
  plainStyle: { strong: ['qa-question', 'qa-speaker'] },
};

const person = (name: string | null) => (name ? { '@type': 'Person', name } : null);

function toHtml({ question, answers }: QaBlock, { labels, content }: Showing) {
  const said = (name: string, otherwise: string, { speaker, html }: QaBlock['question']) =>
    h(`div.${name}`, { dir: 'auto' }, [h('p.qa-speaker', speaker ?? otherwise), ...content(html)]);
  return h('div.qa', [
    said('qa-question', labels.question, question),
    ...answers.map((answer) => said('qa-answer', labels.answer, answer)),
  ]);
}

/** A part as its `:::qa` block has it: the speaker's name in bold, or `Q`, `A` where none is known. */
function written({ speaker, children }: QaPart, at: number): BlockContent[] {
  const name: Strong = { type: 'strong', children: [{ type: 'text', value: `${speaker ?? (at === 0 ? 'Q' : 'A')}:` }] };
  const [first, ...rest] = children;
  if (first?.type !== 'paragraph') return [{ type: 'paragraph', children: [name] }, ...children];
  const opening: Paragraph = { type: 'paragraph', children: [name, { type: 'text', value: ' ' }, ...first.children] };
  return [opening, ...rest];
}

/** `**Name:** words` opens a part; where no paragraph does, the first block is the question and the others the answer. */
function read(blocks: Stated['children']): Qa {
  const parts: QaPart[] = [];
  for (const block of blocks) {
    const opened = block.type === 'paragraph' ? opening(block) : null;
    if (opened) {
      const { speaker, rest } = opened;
      parts.push({ type: 'part', speaker, children: rest ? [rest] : [] });
    } else if (parts.length > 0) parts.at(-1)!.children.push(block);
    else parts.push({ type: 'part', speaker: null, children: [block] });
  }
  const [only, ...others] = parts;
  if (only && others.length === 0 && only.speaker === null && only.children.length > 1) {
    const [question, ...answer] = only.children;
    return {
      type: 'qa',
      children: [
        { ...only, children: [question!] },
        { type: 'part', speaker: null, children: answer },
      ],
    };
  }
  return { type: 'qa', children: parts };
}

function opening(paragraph: Paragraph): { speaker: string | null; rest: Paragraph | null } | null {
  const [strong, next, ...more] = paragraph.children;
  const [words, other] = strong?.type === 'strong' ? strong.children : [];
  if (words?.type !== 'text' || other || !/^[^\n]{1,80}:$/.test(words.value)) return null;
  const name = words.value.slice(0, -1).trim();
  const after = next?.type === 'text' ? [{ ...next, value: next.value.trimStart() }] : next ? [next] : [];
  const children = [...after, ...more].filter((node) => node.type !== 'text' || node.value !== '');
  return {
    speaker: /^[QA]$/.test(name) ? null : name,
    rest: children.length > 0 ? { ...paragraph, children } : null,
  };
}
