import { wordCount } from '../text/lines.ts';

/** Who speaks in a paragraph, as its label says, and where the words begin. */
export interface Turn {
  speaker: string;
  from: number;
}

/** A question, as indexes of paragraphs: its own, and the answer's, up to the end (not included). */
export interface Exchange {
  question: number;
  to: number;
}

/** "KENT: …", "Q: …", "Ann Lee: …": a name or a letter, and a colon. */
const label = /^(?<speaker>\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,3})\s?[:：]\s+(?=\S)/u;

/** Reads the label that a paragraph opens with. */
export function turnOf(text: string): Turn | null {
  const found = label.exec(text.slice(0, 60));
  return found ? { speaker: found.groups!['speaker']!, from: found[0].length } : null;
}

/** Fewer turns or questions than these are no interview. */
const least = { turns: 6, questions: 4 };

/**
 * Who asks, among speakers whose labels open the paragraphs of a text: the one most of whose turns are questions, where
 * there is another one with as many turns who answers. Null where nobody does: "Pros: …", "Cons: …" are no speakers.
 */
export function asker(turns: readonly { speaker: string; asks: boolean }[]): string | null {
  const said = new Map<string, { turns: number; questions: number }>();
  for (const { speaker, asks } of turns) {
    const one = said.get(speaker) ?? { turns: 0, questions: 0 };
    said.set(speaker, { turns: one.turns + 1, questions: one.questions + (asks ? 1 : 0) });
  }
  const speakers = [...said].filter(([, { turns: count }]) => count > 1);
  const all = speakers.reduce((sum, [, { turns: count }]) => sum + count, 0);
  if (speakers.length < 2 || speakers.length > 4 || all < least.turns) return null;
  const asking = speakers.filter(([, one]) => one.questions * 2 >= one.turns);
  const [only, more] = asking;
  return only && !more ? only[0] : null;
}

/** Words for who is spoken to, and for who speaks, in the languages met most. */
const you =
  /(?<!\p{L})(?:you|your|yours|sie|ihnen|ihre?[nmrs]?|du|dir|dich|deine?|vous|votre|vos|usted(?:es)?|su|sus|te|tu|você|vocês|seu|sua|lei|suo|u|uw|jij|je|jouw|pan|pani|pana|państwo|вы|вам|вас|ваш\p{L}*|ви|du|dig|ni|er)(?!\p{L})/iu;
const me =
  /(?<!\p{L})(?:i|i['’]m|i['’]ve|i['’]d|my|me|we|our|us|ich|mir|mich|meine?[nmrs]?|wir|uns|unsere?[nmrs]?|je|j['’]\p{L}+|moi|mon|ma|mes|nous|notre|nos|yo|mi|mis|nosotros|nuestr[oa]s?|eu|meu|minha|nós|io|mio|mia|noi|ik|mij|mijn|wij|ons|ja|mnie|mój|nas|я|мне|меня|мы|нам|нас|мой|моя|jag|mig|min|vi|oss)(?!\p{L})/iu;

const opensQuoted = /^["“«„‘'–—-]/u;

/** Whether a paragraph is a question and nothing else, put to somebody who is not quoted. */
function isQuestion(text: string): boolean {
  return /[?？؟]["”’»)]?$/u.test(text) && !opensQuoted.test(text) && wordCount(text) <= 70;
}

/**
 * The questions of an interview without labels, each a paragraph, and their answers in the first person. An article
 * that explains has questions too, but nobody who is asked.
 *
 * @param texts the paragraphs in order; null for what is none
 */
export function exchanges(texts: readonly (string | null)[]): Exchange[] {
  const asked = texts.flatMap((text, index) => {
    const next = texts[index + 1];
    return text !== null && isQuestion(text) && typeof next === 'string' && !isQuestion(next) ? [index] : [];
  });
  if (asked.length < least.questions) return [];
  const share = (fits: (index: number) => boolean) => asked.filter(fits).length / asked.length;
  const addressed = share((index) => you.test(texts[index]!));
  const answered = share((index) => !opensQuoted.test(texts[index + 1]!) && me.test(texts[index + 1]!));
  if (addressed < 0.4 || answered < 0.6) return [];
  return asked.map((question, at) => {
    const end = asked[at + 1] ?? lastAnswer(texts, question);
    const gap = texts.findIndex((text, index) => index > question && index < end && text === null);
    return { question, to: gap < 0 ? end : gap };
  });
}

/** Where the answer to the last question ends: at the first paragraph in which nobody speaks of himself. */
function lastAnswer(texts: readonly (string | null)[], question: number): number {
  const end = texts.findIndex((text, index) => index > question + 1 && (text === null || !me.test(text)));
  return end < 0 ? texts.length : end;
}
