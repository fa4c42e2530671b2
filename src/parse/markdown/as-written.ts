import type { Root, RootContent } from 'mdast';

/** The mark of a block that stood in `:::prose`: no recogniser has touched it, and none is to touch it later. */
interface AsWritten {
  asWritten?: true;
}

/** Whether a block stood in `:::prose`. */
export function isAsWritten(node: RootContent): boolean {
  return (node.data as AsWritten | undefined)?.asWritten === true;
}

/** The block with the mark. On a recognised one it asks for the explicit form. */
export function markAsWritten(node: RootContent): RootContent {
  const data: object = { ...node.data, asWritten: true };
  return { ...node, data };
}

/** Takes the `:::prose` fences away, after the recognisers; what was inside is marked. */
export function unwrapProse(root: Root): Root {
  if (!root.children.some((node) => node.type === 'containerDirective' && node.name === 'prose')) return root;
  return {
    ...root,
    children: root.children.flatMap((node): RootContent[] => {
      if (node.type !== 'containerDirective' || node.name !== 'prose') return [node];
      return node.children.map(markAsWritten);
    }),
  };
}
