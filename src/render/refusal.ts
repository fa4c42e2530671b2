import type { Rule } from '../source/rule.ts';
import { cut } from '../source/cut.ts';
import { decoded } from './links/links.ts';

/** What is said of an address that an entry can't have. */
export interface Refusal {
  /** Rule of the repair; null where none is noted. */
  repair: string | null;
  /** Rule of the warning; null where it was told before. */
  rule: Rule | null;
  message: string;
  hint: string;
}

/**
 * What to say of an address that is left out.
 *
 * @param kind    what was to be shown by it
 * @param missing pictures that are not in the content folder
 */
export function refusal(
  address: string,
  kind: 'link' | 'picture' | 'article' | 'fragment',
  { missing }: { missing?: ReadonlySet<string> | undefined },
): Refusal {
  const plain = decoded(address);
  const shown = plain.length > 80 ? `${cut(plain, 80)}…` : plain;
  // A file that isn't there was told when it was looked for.
  if (kind === 'picture' && missing?.has(decoded(address)))
    return { repair: 'missing-picture', rule: null, message: '', hint: '' };
  if (kind === 'fragment')
    return {
      repair: address.startsWith('#') ? 'no-fragment' : null,
      rule: 'no-fragment',
      message: `"${shown}" names a part that its page does not have.`,
      hint: 'Write the words of its heading, or leave out what follows #.',
    };
  if (kind === 'article')
    return {
      repair: 'no-article',
      rule: 'no-article',
      message: `"${shown}" leads to no article that is published.`,
      hint: 'Write the file’s name as it is, or take the link off its words, which stay.',
    };
  return {
    repair: `unsafe-${kind}`,
    rule: `unsafe-${kind}`,
    message: `The ${kind} to "${shown}" was left out; its text stays.`,
    hint: 'Use an http, https or mailto address, a #fragment, or a file beside the article.',
  };
}
