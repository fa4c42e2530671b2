import type { Rule } from '../../source/rule.ts';
import type { BlockContent, Paragraph, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { linesOf } from '../text/phrasing.ts';
import type { Context, Recogniser } from '../recogniser.ts';
import { readTweetDate } from './post-date.ts';
import { isHandle, readStatus } from './status-address.ts';
import type { Status } from './status-address.ts';
import { blockText, checkDay, tellInvalidHandle, tweetName, tweetNode } from './tweet-node.ts';

/** `:::tweet{name="…" handle="…" date="2024-01-29" url="…"}`: a post stated outright. */
export const statedTweet: Recogniser = {
  name: 'tweet-directive',
  recognise(root, context) {
    const children = root.children.flatMap((node): RootContent[] =>
      node.type === 'containerDirective' && node.name === 'tweet' ? read(node, context) : [node],
    );
    return { ...root, children };
  },
};

function read(node: ContainerDirective, context: Context): RootContent[] {
  const stated = node.attributes ?? {};
  const status = readUrl(stated['url'], node, context);
  const handle = (stated['handle'] ?? status?.handle ?? '').trim().replace(/^@/, '');
  const name = stated['name']?.trim() || handle;
  const day = readDay(stated['date'], node, context);
  const text = node.children as BlockContent[];
  if (!isHandle(handle)) return asText(node, name, handle, stated['date'] ?? '', context);
  const tweet = tweetNode({ name, handle }, day, status, text, [node]);
  context.trace({
    rule: 'tweet-directive',
    lines: linesOf(node),
    before: text.map(blockText).join('\n'),
    after: tweetName(tweet.author, day),
    certainty: 'certain',
    why: 'the file says so',
  });
  checkDay(day, status, tweet, context);
  return [tweet];
}

function readUrl(url: string | null | undefined, node: ContainerDirective, context: Context): Status | null {
  if (!url) return null;
  const status = readStatus(url);
  if (!status) {
    warn(
      node,
      context,
      'tweet-url',
      `"${url}" is not the address of a post on X.`,
      'Write it as https://x.com/name/status/123.',
    );
  }
  return status;
}

function readDay(date: string | null | undefined, node: ContainerDirective, context: Context): string | null {
  if (!date) return null;
  const found = readTweetDate(date, 0);
  if (found && date.slice(found.to).trim() === '') return found.day;
  warn(node, context, 'tweet-date', `"${date}" can't be read as a day.`, 'Write it as 2024-01-29 or January 29, 2024.');
  return null;
}

/** A post whose handle cannot be one: its text, and under it the line that names it. */
function asText(node: ContainerDirective, name: string, handle: string, date: string, context: Context): RootContent[] {
  const line = `— ${name} (@${handle}) ${date}`.trim();
  const place = node.position ? { position: node.position } : {};
  const paragraph: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: line, ...place }], ...place };
  if (handle === '') {
    warn(node, context, 'tweet-handle', 'This tweet names no handle.', 'Add handle="name", or the url of the post.');
    return name === '' ? [...node.children] : [...node.children, paragraph];
  }
  // With a date it reads as an attribution, and is reported where those are looked for.
  if (readTweetDate(date, 0) === null) tellInvalidHandle({ handle }, paragraph, context);
  return [...node.children, paragraph];
}

function warn(node: ContainerDirective, context: Context, rule: Rule, message: string, hint: string): void {
  const { line = 1, column = 1 } = node.position?.start ?? {};
  context.warn({ line, column, rule, message, hint });
}
