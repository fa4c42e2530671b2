/**
 * Quotation marks and dashes as a newspaper sets them, where a typewriter's were typed. For pages alone: the entry and
 * every other form of the article keep what was typed.
 */

interface Marks {
  double: readonly [string, string];
  single: readonly [string, string];
  /** What stands for two hyphens between blanks. */
  dash: string;
}

/** As the newspapers of a language set them. Others are left as they are. */
const marks: Record<string, Marks> = {
  en: { double: ['“', '”'], single: ['‘', '’'], dash: '—' },
  de: { double: ['„', '“'], single: ['‚', '‘'], dash: '–' },
  fr: { double: ['«\u202f', '\u202f»'], single: ['‘', '’'], dash: '–' },
  es: { double: ['«', '»'], single: ['‘', '’'], dash: '—' },
  it: { double: ['«', '»'], single: ['‘', '’'], dash: '–' },
  pt: { double: ['“', '”'], single: ['‘', '’'], dash: '–' },
  nl: { double: ['“', '”'], single: ['‘', '’'], dash: '–' },
  ru: { double: ['«', '»'], single: ['‘', '’'], dash: '—' },
};

const ELEMENT = /(<[^>]*>)/;
/** What a computer reads is never set. */
const verbatim = /^<(\/?)(?:pre|code|kbd|samp)\b/;
const within = /^<\/?(?:a|abbr|b|bdi|cite|del|em|i|ins|mark|q|s|small|span|strong|sub|sup|u|time)\b/;
/** Before an opening mark: nothing, a blank, a bracket, a dash, another opening mark. */
const opens = /^$|[\s([{\u2013\u2014\u2012/“‘„‚«\u202f-]/;

/**
 * @param html     safe HTML of a story
 * @param language BCP 47 tag of the article
 * @returns the same HTML, with other characters in its text
 */
export function typographic(html: string, language: string): string {
  const set = marks[language.split('-')[0] ?? ''];
  if (!set || !/["']|&(?:quot|apos|#x22|#x27|#34|#39);|--/.test(html.replace(/<[^>]*>/g, ''))) return html;
  let depth = 0;
  let state: State = fresh();
  const parts = html.split(ELEMENT);
  return parts
    .map((part, at) => {
      if (at % 2 === 1) {
        const verb = verbatim.exec(part);
        if (verb) depth += verb[1] ? -1 : 1;
        else if (!within.test(part)) state = fresh();
        return part;
      }
      if (depth > 0) {
        state.before = 'x';
        return part;
      }
      return text(part, set, state, following(parts, at));
    })
    .join('');
}

/** The same for a line of plain text, a headline. */
export function typographicLine(line: string, language: string): string {
  const set = marks[language.split('-')[0] ?? ''];
  return set ? text(line, set, fresh(), '') : line;
}

/** What came before in the same paragraph. */
interface State {
  before: string;
  isOpen: { double: boolean; single: boolean };
}
const fresh = (): State => ({ before: '', isOpen: { double: false, single: false } });

/** The sign after a piece of text, in the same paragraph. */
function following(parts: readonly string[], at: number): string {
  for (let next = at + 1; next < parts.length; next += 1) {
    const part = parts[next] ?? '';
    if (next % 2 === 0 && part !== '') return part[0] ?? '';
    if (next % 2 === 1 && !within.test(part) && !verbatim.test(part)) return '';
  }
  return '';
}

const APOSTROPHE = '’';

function text(part: string, set: Marks, state: State, after: string): string {
  let made = '';
  const plain = part.replace(/&(?:quot|#x22|#34);/g, '"').replace(/&(?:apos|#x27|#39);/g, "'");
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain[at] ?? '';
    const next = plain[at + 1] ?? after;
    const put = sign === '"' || sign === "'" ? quoted(sign, next, set, state) : sign;
    made += put;
    state.before = put.at(-1) ?? '';
  }
  made = made.replace(/‘n’(?= )/g, '’n’');
  // Two or three hyphens between words or blanks; a longer row is a line that somebody drew.
  return made.replace(/(?<![-!])( ?)-{2,3}( ?)(?![->])/g, (_, before: string, after: string) =>
    before && after ? ` ${set.dash} ` : `${before}—${after}`,
  );
}

function quoted(sign: string, next: string, set: Marks, state: State): string {
  const kind = sign === '"' ? 'double' : 'single';
  const { before, isOpen } = state;
  // 6'2", 5" of rain: feet and inches, unless a quotation is to be closed.
  if (/\d/.test(before) && !isOpen[kind] && !/\p{L}/u.test(next)) return sign;
  if (
    kind === 'single' &&
    (/[\p{L}\p{N}]/u.test(before) ? /[\p{L}\p{N}]/u.test(next) || !isOpen.single : /\d/.test(next))
  )
    return APOSTROPHE;
  const isOpening = opens.test(before) && next !== '' && !/\s/.test(next);
  isOpen[kind] = isOpening;
  return set[kind][isOpening ? 0 : 1];
}
