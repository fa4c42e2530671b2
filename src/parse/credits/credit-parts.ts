import { isAgency } from './credit-words.ts';

/** A credit line taken apart. */
export interface CreditParts {
  /** Persons first, agencies after. */
  parts: string[];
  /** Words that join or label and are in no part: "via", "Photo" of "AP Photo". Empty where there are none. */
  dropped: string[];
}

/**
 * Takes a credit line apart, its label being gone: `Kirsty Wigglesworth/Pool via REUTERS` is
 * `["Kirsty Wigglesworth", "Pool", "REUTERS"]`. Parts end at a slash, a bar, "via", a free-standing dash, and at a
 * comma or full stop before an agency's name. AP and Reuters print the agency first: then the person is set before it.
 */
export function creditParts(line: string): CreditParts {
  const dropped: string[] = [];
  const pieces: string[] = [];
  for (const piece of line.split(/\s*[/|｜／—;]+\s*(?:(via)\s+)?|\s+[–—·•-]\s+|,?\s+(via)\s+|^(via)\s+/iu)) {
    if (piece === undefined || piece.trim() === '') continue;
    if (/^via$/i.test(piece)) dropped.push(piece);
    else pieces.push(...atAgency(piece));
  }
  const parts = pieces.flatMap((piece) => {
    const whole = piece.replace(/^(?:[\s,;:.]|\(c\))+(?=\S)|[\s,;]+$/giu, '').replace(/(?<=\p{Ll}{2})\.$/u, '');
    // A label behind a label: "Credit: Courtesy of Averill Pictures".
    const courtesy = /^(?:photo )?courtesy of\s+(?=\S)/iu.exec(whole)?.[0] ?? '';
    if (courtesy !== '') dropped.push(courtesy.trim());
    const name = whole.slice(courtesy.length);
    const photo = /^(AP|AFP|EPA|UPI|PA)\s+(photos?)$/iu.exec(name);
    if (photo?.[1] && photo[2]) dropped.push(photo[2]);
    return name === '' ? [] : [photo?.[1] ?? name];
  });
  return { parts: personFirst(parts), dropped };
}

/** "Prakash Mathema. AFP" and "Brett Davis, USA TODAY Sports": two parts where the second is an agency. */
function atAgency(piece: string): string[] {
  const cut = /^(.{2,80}?)[.,]\s+(.{2,60})$/u.exec(piece);
  if (cut?.[1] && cut[2] && isAgency(cut[2])) return [cut[1], cut[2]];
  // McClatchy's papers: "Evan Vance AP".
  const space = /^(.{4,40}) (AP|AFP|TNS|MCT|Reuters|REUTERS|EPA|Getty Images|Bloomberg)$/u.exec(piece);
  return space?.[1] && space[2] && isPerson(space[1]) ? [space[1], space[2]] : [piece];
}

/** Moves an agency that opens the line behind the person who follows it. */
function personFirst(parts: readonly string[]): string[] {
  const [agency, person, ...rest] = parts;
  const opens = agency !== undefined && /^(?:AP|AFP|EPA|UPI|PA|REUTERS|Reuters|Associated Press)$/.test(agency);
  return opens && person !== undefined && isPerson(person) ? [person, agency, ...rest] : [...parts];
}

/** Whether a part reads like a person's name: two to five words, none of them an agency's. */
export function isPerson(name: string): boolean {
  const words = name.trim().split(/\s+/);
  if (isAgency(name) || words.length < 2 || words.length > 5) return false;
  if (
    /^(?:an?|the|in|on|at|my|our|no|what|how|why|when|who|is|it|this|that|der|die|das|le|la|el|les|los)$/i.test(
      words[0] ?? '',
    )
  )
    return false;
  if (/^\p{Lu}$/u.test(words[0] ?? '')) return false;
  // Headlines in title case: "Here's Who Voted", "All You Need".
  if (/\b(?:who|what|why|how|you|your|we|they|are|here['’]s|it['’]s|that['’]s)\b/iu.test(name)) return false;
  return words.every((word) =>
    /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|\p{Lo}+|de|del|da|dos|la|le|van|von|der|den|bin|al|el|y|e)$/u.test(word),
  );
}
