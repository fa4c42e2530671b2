import type { Rule } from '../../source/rule.ts';
import type { Root } from 'mdast';
import { isRecognised, kindOfNode } from '../../article/blocks/registry.ts';
import { SourceError } from '../../source/error.ts';
import type { Parsed } from '../parsed-article.ts';

/**
 * Characters that no reader sees and that make a name or a headline seem what it is not: bidirectional controls
 * (Unicode Standard Annex 9, "Trojan Source"), zero-width characters, and letters of another script that look like
 * those beside them (Unicode Technical Standard 39). They stay in the text; a person is told where they are.
 */

/** Letters that are written joined, or that are parted without a blank: there the joiners and the zero-width space have a meaning. */
const joining =
  '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Mandaic}\\p{Script=Mongolian}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Tibetan}';
const unspaced =
  '\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Tibetan}\\p{Script=Javanese}';
const joiner = new RegExp(`(?<=[${joining}]\\p{M}*)[\\u200C\\u200D]|[\\u200C\\u200D](?=[${joining}])`, 'gu');
const parting = new RegExp(`(?<=[${unspaced}]\\p{M}*)\\u200B(?=[${unspaced}])`, 'gu');
const emoji =
  /(?<=\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}\u20E3]*)\u200D(?=\p{Extended_Pictographic}|[\u2640\u2642\u2695])|(?<=\u{1F3F4}[\u{E0020}-\u{E007E}]{0,12})[\u{E0020}-\u{E007F}]/gu;
/** Left-to-right and right-to-left marks belong beside letters of that kind. */
const fromRight = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

const hidden =
  /[\u202A-\u202E\u2066-\u2069\u200B-\u200F\u061C\u2060-\u2064\u206A-\u206F\uFEFF\u180E\u115F\u1160\u3164\uFFA0]|[\u{E0001}-\u{E007F}]/u;

/** The first character of a text that is hidden and has no business there, or null. */
export function hiddenCharacter(text: string): string | null {
  if (!hidden.test(text)) return null;
  const rest = text.replace(joiner, '').replace(parting, '').replace(emoji, '');
  const plain = fromRight.test(text) ? rest.replace(/[\u200E\u200F\u061C]/g, '') : rest;
  return hidden.exec(plain)?.[0] ?? null;
}

/** Scripts whose letters are taken for one another. */
const alike: readonly [string, RegExp][] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Cherokee', /\p{Script=Cherokee}/u],
];

/** A word that mixes scripts whose letters look alike, with the letter beside Latin ones; null where there is none. */
export function mixedWord(text: string): { word: string; letter: string; script: string } | null {
  if (!/[^\u0000-\u024F]/.test(text)) return null;
  for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}_]+/gu)) {
    const letters = [...word].flatMap((letter) =>
      alike.filter(([, of]) => of.test(letter)).map(([script]) => ({ letter, script })),
    );
    const scripts = [...new Set(letters.map(({ script }) => script))];
    if (scripts.length < 2) continue;
    const odd = letters.find(({ script }) => script !== (scripts.includes('Latin') ? 'Latin' : scripts[0]))!;
    return { word, ...odd };
  }
  return null;
}

const names: Record<string, string> = {
  '\u200B': 'zero width space', '\u200C': 'zero width non-joiner', '\u200D': 'zero width joiner', '\u200E': 'left-to-right mark',
  '\u200F': 'right-to-left mark', '\u061C': 'Arabic letter mark', '\u202A': 'left-to-right embedding', '\u202B': 'right-to-left embedding',
  '\u202C': 'pop directional formatting', '\u202D': 'left-to-right override', '\u202E': 'right-to-left override', '\u2060': 'word joiner',
  '\u2066': 'left-to-right isolate', '\u2067': 'right-to-left isolate', '\u2068': 'first strong isolate', '\u2069': 'pop directional isolate',
  '\uFEFF': 'byte order mark',
}; // prettier-ignore

const called = (character: string): string => {
  const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  return names[character] ? `${code} (${names[character]})` : code;
};

/**
 * Looks at the words that stand for somebody or something: headline, names, handles, captions.
 *
 * @param lines the file's lines
 * @returns warnings, one for each text that has a hidden character or a word in mixed scripts
 */
export function findHidden(path: string, lines: readonly string[], parsed: Facts): SourceError[] {
  const warnings: SourceError[] = [];
  const tell = (line: number, column: number, rule: Rule, message: string, hint: string) =>
    warnings.push(new SourceError({ path, line, column, rule, message, hint, severity: 'warning' }));
  for (const { what, text, from } of textsOf(parsed)) {
    const character = hiddenCharacter(text);
    if (character !== null) {
      const [line, column] = placeOf(lines, character, from);
      tell(
        line,
        column,
        'hidden-characters',
        `The ${what} holds a character that is not seen: ${called(character)}.`,
        'Take it out, unless it belongs there; the page keeps it from changing what stands beside it.',
      );
    }
    const mixed = mixedWord(text);
    if (mixed !== null) {
      const [line, column] = placeOf(lines, mixed.word, from);
      tell(
        line,
        column,
        'look-alike',
        `The ${what} "${mixed.word}" has a letter that looks like another: "${mixed.letter}" is ${mixed.script}, ${called(mixed.letter)}.`,
        'Compare it with the name as its owner writes it, and mend it if it was made to deceive.',
      );
    }
  }
  return warnings;
}

type Facts = Pick<
  Parsed,
  'headline' | 'description' | 'section' | 'topics' | 'authors' | 'dateline' | 'source' | 'image'
> & { root: Root };

interface Named {
  what: string;
  text: string;
  /** Line from which it is looked for. */
  from: number;
}

function* textsOf(parsed: Facts): Generator<Named> {
  const fact = (what: string, text: string | null | undefined): Named[] => (text ? [{ what, text, from: 1 }] : []);
  yield* fact('headline', parsed.headline);
  yield* fact('standfirst', parsed.description);
  yield* fact('section', parsed.section);
  yield* fact('dateline', parsed.dateline);
  yield* fact('source', parsed.source?.name);
  yield* fact("picture's text", parsed.image?.alt);
  for (const author of parsed.authors) yield* fact('byline', author);
  for (const topic of parsed.topics) yield* fact('topic', topic);
  for (const node of parsed.root.children) {
    const from = node.position?.start.line ?? 1;
    if (!isRecognised(node)) continue;
    for (const { what, text, line } of kindOfNode(node)?.named?.(node) ?? []) yield { what, text, from: line ?? from };
  }
}

/** Line and column, from 1, of a word at or after a line; the line itself where the file spells it otherwise (`\u202e`). */
function placeOf(lines: readonly string[], word: string, from: number): [line: number, column: number] {
  for (let index = from - 1; index < lines.length; index++) {
    const at = lines[index]!.indexOf(word);
    if (at >= 0) return [index + 1, at + 1];
  }
  return [from, 1];
}
