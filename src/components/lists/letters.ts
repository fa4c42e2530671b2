/** Entries of an index that begin alike. */
export interface Letter<Entry> {
  letter: string;
  entries: Entry[];
}

/**
 * Groups an index by first letter, keeping its order: "Éire" under E, "@name" under N, and what begins
 * with no letter under "#". Groups that come back (an order that is not the alphabet's) stay one group.
 * @param language BCP 47, for upper case
 */
export function byLetter<Entry extends { name: string }>(entries: Entry[], language: string): Letter<Entry>[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const letter = firstLetter(entry.name, language);
    const group = groups.get(letter);
    if (group) group.push(entry);
    else groups.set(letter, [entry]);
  }
  return [...groups].map(([letter, of]) => ({ letter, entries: of }));
}

function firstLetter(name: string, language: string): string {
  // Only Latin letters lose their accents: "й" is a letter of its own.
  const bare = name
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC');
  const first = /^[@"'“”‘’«»„(\s]*(\p{L})/u.exec(bare)?.[1];
  return first ? first.toLocaleUpperCase(language) : '#';
}
