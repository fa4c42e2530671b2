import type { Rule } from '../../source/rule.ts';
import type { BlockContent, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { recognisedKinds } from '../../article/blocks/registry.ts';
import { readTweetDate } from '../posts/post-date.ts';
import type { Context, Recogniser } from '../recogniser.ts';
import { nodeText } from '../text/left-over.ts';
import { linesOf } from '../text/phrasing.ts';

const readers = new Map(
  [...recognisedKinds.values()].flatMap((kind) =>
    kind.read ? kind.directives.map((name) => [name, kind] as const) : [],
  ),
);

/** `:::post{…}` and whatever else the registry's kinds read from a `:::` block by themselves. */
export const statedBlock: Recogniser = {
  name: 'stated-block',
  recognise(root, context) {
    if (!root.children.some((node) => node.type === 'containerDirective' && readers.has(node.name))) return root;
    const children = root.children.flatMap((node): RootContent[] =>
      node.type === 'containerDirective' && readers.has(node.name) ? read(node, context) : [node],
    );
    return { ...root, children };
  },
};

function read(node: ContainerDirective, context: Context): RootContent[] {
  const children = node.children as BlockContent[];
  const attributes = Object.fromEntries(
    Object.entries(node.attributes ?? {}).flatMap(([key, value]) => (value?.trim() ? [[key, value.trim()]] : [])),
  );
  const warn = (rule: Rule, message: string, hint: string) => {
    const { line = 1, column = 1 } = node.position?.start ?? {};
    context.warn({ line, column, rule, message, hint });
  };
  const day = (attribute: string): string | null => {
    const written = attributes[attribute];
    if (!written) return null;
    const found = readTweetDate(written, 0);
    if (found && written.slice(found.to).trim() === '') return found.day;
    warn('unreadable-day', `"${written}" can't be read as a day.`, 'Write it as 2024-01-29 or January 29, 2024.');
    return null;
  };
  const made = readers.get(node.name)?.read?.({ name: node.name, attributes, children }, { day, warn });
  const lines = linesOf(node);
  const before = children.map(nodeText).join('\n');
  if (!made) {
    // What its attributes say is in no block then.
    const removed = Object.values(attributes).join(' ');
    const why = 'The block states too little to be what it is called; what is in it is shown as prose.';
    context.trace({
      rule: `${node.name}-directive`,
      lines,
      before,
      after: 'prose',
      certainty: 'certain',
      why,
      ...(removed && { removed }),
    });
    return children;
  }
  if (node.position) made.position = node.position;
  context.trace({
    rule: `${node.name}-directive`,
    lines,
    before,
    after: `a ${made.type}`,
    certainty: 'certain',
    why: 'the file says so',
  });
  return [made];
}
