import * as z from 'zod';
import type { BlockKind } from './kind.ts';
import { safeHtml } from './safe-html.ts';

/** A passage of the story: one paragraph, heading, list, table, quotation, code block or rule. */
const schema = z.object({ type: z.literal('prose'), html: safeHtml });

export type Prose = z.infer<typeof schema>;

export const prose: BlockKind<Prose> = {
  schema,
  counted: 'passage',
  tellsStory: true,
  toText: (_block, words) => words,
};
