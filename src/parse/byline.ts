/** What a byline says. Texts are as written. */
export interface Byline {
  authors: string[];
  /** A publication or agency named in it. */
  source: string | null;
  /** Where in the text the authors and the source stand, `[start, end)`; the rest is marks, roles and handles. */
  spans: [number, number][];
  /** Whether a word such as "By" opened it. */
  marked: boolean;
}

const marker =
  /^(?:(?:written|story|words|text|reporting|report|article|posted|geschrieben|ein artikel|texto|texte|un texte)\s+)?(?:by|von|par|por|di|da|door|af|av|autor(?:ka|in|a)?|author|auteur|автор|от|text|texte|texto|redacción|de)\b\s*:?\s*/iu;
/** "ByTravis Haney": the space was lost in copying. */
const glued = /^By(?=\p{Lu}[\p{Ll}.])/u;
const role =
  /\b(?:reporter|correspondent|editor(?:ial)?|writer|columnist|staff|journalist|contributor|producer|photographer|chief|director|fellow|author|redakteur(?:in)?|korrespondent(?:in)?|journaliste|correspondant|redactor|corresponsal|bureau|analyst|critic|host|reporting|photography)\b/iu;
const organisation =
  /(?:\b(?:news|times|post|press|tribune|herald|journal|magazine|agency|agencies|reuters|afp|ap|upi|dpa|efe|ansa|tass|xinhua|bloomberg|cnn|bbc|cbc|npr|pbs|abc|nbc|cbs|guardian|telegraph|gazette|chronicle|daily|observer|sun|mirror|globe|review|radio|television|network|media|wire)\b|\.(?:com|org|net)\b)/iu;
const particle =
  /^(?:de|del|della|der|den|di|da|dos|du|la|le|van|von|zu|zur|ter|ten|al|el|bin|ibn|abu|y|e|af|av|'t|d')$/iu;
const separators = /\s*(?:,|;|\/|\||·|•|&|\s[-–—]\s|\b(?:and|und|et|och|og|en|with|mit|и|a)\b(?=\s))\s*/iu;

/** Whether a text looks like one person's name: two to five words, each with a capital, save particles. */
export function isName(text: string): boolean {
  if (/[\d?!:;"“”@()[\]]/.test(text) || text.length > 50) return false;
  const parts = text.trim().split(/[\s\u00a0]+/);
  if (parts.length < 2 || parts.length > 5) return false;
  if (!parts.every((part) => /^[\p{Lu}\p{Lo}]/u.test(part) || particle.test(part) || /^[dl]['’]\p{Lu}/u.test(part)))
    return false;
  if (/[.]$/.test(text) && !/\b(?:Jr|Sr|[\p{Lu}])\.$/u.test(text)) return false;
  return /^\p{Lu}/u.test(parts[0]!) || /\p{Lo}/u.test(parts[0]!) || particle.test(parts[0]!);
}

/** Whether a text names a newspaper, a station or an agency. */
export function isOrganisation(text: string): boolean {
  return (
    text.length <= 60 && text.split(/\s+/).length <= 6 && /^[\p{Lu}\d]|^the\s/u.test(text) && organisation.test(text)
  );
}

/** Whether a text is somebody's post in a newsroom: "Senior Editor". */
export function isRole(text: string): boolean {
  return text.length <= 90 && text.split(/\s+/).length <= 9 && role.test(text) && !/[.!?]$/.test(text);
}

/** Words that the page glued to a name or set after it, put apart: handles, addresses, roles. */
function part(text: string): { text: string; start: number }[] {
  const cut = text
    // "Roach@aprilroach28Daniel O'Mahony": a handle ends where a name begins.
    .replace(/@[a-z0-9_]+(?=\p{Lu}\p{Ll}+\s)|@[A-Za-z0-9_]+/gu, (handle) => '|'.padEnd(handle.length, '|'))
    .replace(/\[email[\s\u00a0]protected\]|[\w.+-]+@[\w.-]+\.\w+/g, (address) => '|'.padEnd(address.length, '|'))
    .replace(/\b(?:follow|(?:last )?(?:published|posted|updated|modified))\b(?: (?:in|on|at)\b)?:?/gi, (label) =>
      '|'.padEnd(label.length, '|'),
    )
    .replace(
      /(?<=\p{Ll})(?=(?:Twitter|Staff|Senior|Political|Chief|Reporter|Editor|Writer|Correspondent|Contributor)\b)/gu,
      '\u0001',
    )
    .replace(/\([^()]*\)/g, (aside) => '|'.padEnd(aside.length, '|'));
  const parts: { text: string; start: number }[] = [];
  // \u0001 stands between two letters and takes no place of the text.
  let offset = 0;
  for (const piece of cut.split('\u0001')) {
    let from = 0;
    for (const word of piece.split(separators)) {
      const at = piece.indexOf(word, from);
      from = at + word.length;
      const lead = /^[\s|.:–—-]*/u.exec(word)![0].length;
      const trimmed = word.slice(lead).replace(/[\s|:–—-]+$/u, '');
      if (trimmed) parts.push({ text: trimmed, start: offset + at + lead });
    }
    offset += piece.length;
  }
  return parts;
}

/** "Rory Carroll Ireland correspondent": the name is what stands before the post, two words unless initials or particles join. */
function nameBeforeRole(text: string): string | null {
  const match =
    /^((?:\p{Lu}[\p{L}'’.-]*\s+)(?:(?:\p{Lu}\.|\p{Lu}\p{Lu}?\.?|de|van|von|der|la|bin|al)\s+)*\p{Lu}[\p{L}'’-]+)\s+(.+)$/u.exec(
      text,
    );
  return match && role.test(match[2]!) ? match[1]! : null;
}

/**
 * Reads a byline: "By Ann Lee and Bo Berg", "Von Ann Lee", "Ann Lee, Harbour Post", "By Ann LeeStaff Writer".
 *
 * @param text      one line, or the part of one beside a date
 * @param unmarked  whether names without "By" before them count: beside a date they do
 * @returns null where it is no byline
 */
export function readByline(text: string, unmarked: boolean): Byline | null {
  const opened = glued.exec(text) ?? marker.exec(text);
  const offset = opened?.[0].length ?? 0;
  if (!opened && !unmarked) return null;
  const rest = text.slice(offset);
  if (rest.trim() === '' || rest.length > 220) return null;
  const byline: Byline = { authors: [], source: null, spans: [], marked: opened !== null };
  const keep = (found: string, start: number) => byline.spans.push([offset + start, offset + start + found.length]);
  for (const { text: piece, start } of part(rest)) {
    const name = nameBeforeRole(piece);
    if (name && !isOrganisation(name)) {
      byline.authors.push(name);
      keep(name, start);
    } else if (
      isOrganisation(piece) &&
      !(opened && byline.authors.length === 0 && isName(piece) && !/\b(?:news|press|times)\b/i.test(piece))
    ) {
      if (byline.source === null) {
        byline.source = piece;
        keep(piece, start);
      }
    } else if (isName(piece) && !isRole(piece)) {
      byline.authors.push(piece);
      keep(piece, start);
    } else if (
      opened &&
      byline.authors.length === 0 &&
      start < 3 &&
      /^\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]+)*$/u.test(piece) &&
      rest.length <= 60
    ) {
      // "By Daniel", "By TMZ STAFF".
      byline.authors.push(piece);
      keep(piece, start);
    } else if (byline.authors.length === 0 && byline.source === null) {
      return null;
    }
  }
  if (byline.authors.length === 0 && byline.source === null) return null;
  // What a sentence that opens with "By" has and no byline: many words that are nobody's name.
  const named = byline.spans.reduce((sum, [start, end]) => sum + end - start, 0);
  if (rest.length - named > 40 + named && /[.!?]["”]?$/.test(rest) && !/^,\s*(?:a|an|the)\s/.test(rest.slice(named)))
    return null;
  return byline;
}
