import { decodeHTMLStrict } from 'entities/decode';

/**
 * In place of `decode-named-character-reference`: the same names (HTML, section 13.5), from a table that is here anyway.
 *
 * @param name without its sign and semicolon: `amp`
 * @returns false where no character has that name
 */
export function decodeNamedCharacterReference(name: string): string | false {
  const reference = `&${name};`;
  const character = decodeHTMLStrict(reference);
  return character === reference ? false : character;
}
