import type { Paragraph, RootContent } from 'mdast';
import type { Recogniser } from '../recogniser.ts';
import { folded, wordCount } from '../text/lines.ts';
import { textOf } from '../text/phrasing.ts';
import { noticeNode } from './notice.ts';

/** A biography stands among the first or the last nodes of a text. */
const reach = { top: 4, end: 12 };
/** How long it may be, in words. */
const longest = 110;

/** Verbs with which it says what somebody is or does, in the languages met most. */
const verbs =
  /^,?\s*(?:\([^()]{1,40}\)\s*)?(?:is|was|has|covers?|writes|works|reports|joined|lives|teaches|ist|war|arbeitet|schreibt|berichtet|studierte|lebt|est|était|travaille|écrit|couvre|es|fue|trabaja|escribe|cubre|é|foi|trabalha|escreve|cobre|è|lavora|scrive|werkt|schrijft|är|skriver|arbetar|er|jest|pracuje|pisze|je|píše|пишет|работает|—|–)(?!\p{L})/iu;
const labels =
  /^(?:about the (?:authors?|writers?|reporters?|contributors?)|(?:über|zu) (?:den|die|der) autor(?:in|innen|en)?|zur person|(?:à propos de l['’]|sur l['’])auteure?|(?:sobre|acerca de) (?:el autor|la autora)|sobre (?:o autor|a autora)|l['’]autore|over de auteur|om (?:författaren|forfatteren)|об авторе)\s*:?$/iu;

/**
 * What a page says of who wrote the article: a paragraph near its beginning or its end that goes on from an author's
 * name with what he is or does, also where the name has a line of its own; and the label above it.
 */
export const biography: Recogniser = {
  name: 'biography',
  recognise(root, context) {
    const authors = (context.authors ?? []).map(folded);
    if (context.form !== 'pasted' || root.children.length < 3) return root;
    const nodes = root.children;
    const out: RootContent[] = [];
    for (let index = 0; index < nodes.length; index++) {
      const isNear = index < reach.top || index >= nodes.length - reach.end;
      const taken = isNear ? biographyAt(nodes, index, authors) : [];
      if (taken.length === 0) {
        out.push(nodes[index]!);
        continue;
      }
      const text = taken.map(({ children }) => textOf(children)).join('\n');
      out.push(noticeNode('note', taken, text, 'biography', 'It says who wrote the article.', context));
      index += taken.length - 1;
    }
    return { ...root, children: out };
  },
};

/** A paragraph's text; the empty text for anything else. */
const said = (node: RootContent | undefined): string =>
  node?.type === 'paragraph' ? textOf(node.children).trim() : '';

const isShort = (text: string): boolean => text !== '' && wordCount(text) <= longest;
/** "is a reporter who…": what goes on from a name on the line above. */
const goesOn = (text: string): boolean => /^\p{Ll}/u.test(text) && verbs.test(text) && isShort(text);

/** The paragraphs of a biography from one on; none where there is none. */
function biographyAt(nodes: readonly RootContent[], at: number, authors: readonly string[]): Paragraph[] {
  const [first, next] = nodes.slice(at, at + 2) as Paragraph[];
  const [text, below] = [said(first), said(next)];
  if (!first || !isShort(text)) return [];
  if (labels.test(text) && isShort(below)) return [first, ...orElse(biographyAt(nodes, at + 1, authors), next!)];
  // The name above it may have gone into the page's frame.
  if (goesOn(text) && authors.length > 0 && at >= nodes.length - 3) return [first];
  const rest = behindName(text, authors);
  if (rest === '' && goesOn(below)) return [first, next!];
  return rest !== null && verbs.test(rest) ? [first] : [];
}

/** What stands behind the name of an author that opens a text; null where none does. */
function behindName(text: string, authors: readonly string[]): string | null {
  const own = folded(text);
  const name = authors.find((author) => own.startsWith(author) && !/^[\p{L}\p{N}]/u.test(own.slice(author.length)));
  return name === undefined ? null : own.slice(name.length);
}

const orElse = (found: Paragraph[], otherwise: Paragraph): Paragraph[] => (found.length > 0 ? found : [otherwise]);
