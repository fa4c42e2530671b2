import { toString } from 'mdast-util-to-string';
import type { Recogniser } from '../recogniser.ts';

/**
 * "KYIV, Ukraine (AP) —", "LONDON — ", "WASHINGTON (Reuters) - ": the place in capitals (AP and Reuters style books),
 * then a state or country, then the agency in brackets, then a dash.
 */
const capitals =
  /^((?:\p{Lu}[\p{Lu}\p{M}.'’-]+)(?:[ /](?:\p{Lu}[\p{Lu}\p{M}.'’-]+)){0,4}(?:, (?:\p{Lu}[\p{L}\p{M}.'’-]*\.?)(?: \p{Lu}[\p{L}\p{M}.'’-]*){0,3})?(?:, (?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\.? \d{1,2}(?:, (?:19|20)\d\d)?)?(?: ?\([^()]{2,40}\))?) ?(?:[–—-]{1,2}|:) /u;
/** "Paris (AFP) - ", "Berlin (dpa) – ": small letters are enough where an agency is named. */
const agency =
  /^(\p{Lu}[\p{L}\p{M}.'’-]+(?:[ /-]\p{Lu}[\p{L}\p{M}.'’-]+){0,3}(?:, \p{Lu}[\p{L} .]{2,20})? ?\((?:[A-Z]{2,6}|dpa|dpa\/[A-Z]{2,6}|Reuters|Xinhua|Bloomberg|ots)\)) ?[–—-]{1,2} /u;
/** Capitals before a dash that name no place. */
const shout =
  /^(?:BREAKING|UPDATE|UPDATED|EXCLUSIVE|WATCH|VIDEO|MORE|READ|NEW|NOTE|LIVE|OPINION|ANALYSIS|CORRECTION|RELATED|TL;DR|PS|FAQ|Q|A)\b/u;

/** The place from which a story is filed, at the beginning of a text; null where it has none. */
export function readDateline(text: string): string | null {
  const match = capitals.exec(text) ?? agency.exec(text);
  if (!match || shout.test(match[1]!)) return null;
  // A colon is no dateline's mark unless an agency or a country stands before it.
  if (/: $/.test(match[0]) && !/[(,]/.test(match[1]!)) return null;
  return match[1]!.trim();
}

/** Puts the dateline of the story's first paragraphs into the facts. The words stay where they are. */
export const dateline: Recogniser = {
  name: 'dateline',
  recognise(root, context) {
    let looked = 0;
    for (const node of root.children) {
      if (node.type !== 'paragraph') continue;
      if (++looked > 6) break;
      const text = toString(node).slice(0, 200);
      const found = readDateline(text);
      if (found === null) continue;
      context.facts.dateline ??= found;
      const line = node.position?.start.line ?? 1;
      context.trace({
        rule: 'dateline',
        lines: [line, line],
        before: found,
        after: `dateline ${found}`,
        certainty: /\(/.test(found) ? 'certain' : 'likely',
        why: 'A paragraph opens with a place in capitals or an agency in brackets, and a dash.',
      });
      break;
    }
    return root;
  },
};
