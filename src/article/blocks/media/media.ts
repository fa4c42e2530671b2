import { h } from 'hastscript';
import type { BlockContent, Data, Parent } from 'mdast';
import * as z from 'zod';
import { container } from '../directive.ts';
import type { RecognisedKind, Showing, Stated, Stating } from '../kind.ts';
import { readMediaAddress } from './media-address.ts';
import { safeHtml } from '../safe-html.ts';

const fields = {
  title: z.string().nullable(),
  /** Where it can be seen or heard; null where the text has no address. */
  url: z.url({ protocol: /^https?$/ }).nullable(),
  /** Who shows it: "YouTube"; the host for a file. */
  provider: z.string().nullable(),
  /** What the article says below it; may be empty. */
  html: safeHtml,
};

/** A film that is not loaded: a card that links to it, with its words (schema.org `VideoObject`). */
const videoSchema = z.object({ type: z.literal('video'), ...fields });
/** A recording, in the same way (schema.org `AudioObject`). */
const audioSchema = z.object({ type: z.literal('audio'), ...fields });

type VideoBlock = z.infer<typeof videoSchema>;
type AudioBlock = z.infer<typeof audioSchema>;

interface MediaNode extends Parent {
  title: string | null;
  url: string | null;
  provider: string | null;
  /** What stands below it: a caption, or nothing. */
  children: BlockContent[];
  data?: Data;
}

/** A film, named and not loaded. */
export interface Video extends MediaNode {
  type: 'video';
}

/** A recording, named and not loaded. */
export interface Audio extends MediaNode {
  type: 'audio';
}

declare module 'mdast' {
  interface RootContentMap {
    video: Video;
    audio: Audio;
  }
}

/** The two kinds differ in their names alone. */
function media<Type extends 'video' | 'audio'>(type: Type) {
  type Node = Type extends 'video' ? Video : Audio;
  type Block = Type extends 'video' ? VideoBlock : AudioBlock;
  const thing = type === 'video' ? 'VideoObject' : 'AudioObject';
  const kind: RecognisedKind<Block, Node> = {
    schema: (type === 'video' ? videoSchema : audioSchema) as unknown as z.ZodType<Block>,
    counted: type === 'video' ? 'video' : 'recording',
    directives: [type],
    holds: 'blocks',
    read: (stated, around) => ({ type, ...read(stated, around) }) as Node,
    allWords: ({ title, children }, wordsOf) => [title ?? '', ...children.map(wordsOf)].join('\n'),
    named: ({ title }) => (title ? [{ what: 'title', text: title }] : []),
    toBlock: ({ title, url, provider }, { html, address }) =>
      ({ type, title, url: address(url), provider, html }) as Block,
    toText: ({ title, url, provider }, words) => [title ?? provider ?? '', words, url ?? ''].filter(Boolean).join('\n'),
    toMarkdown: ({ title, url, provider, children }) =>
      container(
        type,
        {
          ...(title !== null && { title }),
          ...(url !== null && { url }),
          ...(provider !== null && provider !== (url && readMediaAddress(url)?.provider) && { provider }),
        },
        children,
      ),
    toHtml: (block, around) => card(type, block, around),
    structured: ({ title, url, provider, html }, { textOf }) => ({
      [type]: [
        {
          '@type': thing,
          name: title ?? provider,
          url,
          description: textOf(html) || null,
          provider: provider ? { '@type': 'Organization', name: provider } : null,
        },
      ],
    }),
    markup: {
      classes: {
        figure: ['media', 'media-video', 'media-audio', 'h-cite'],
        p: ['media-title', 'media-note'],
        div: ['media-text'],
        a: ['u-url', 'p-name'],
      },
    },
    plainStyle: { framed: ['media'], small: ['media-note'], strong: ['media-title'] },
  };
  return kind;
}

export const video = media('video');
export const audio = media('audio');

/** Its title, linked; the words below it; what it is and that nothing is loaded. */
function card(type: 'video' | 'audio', { title, url, provider, html }: VideoBlock | AudioBlock, around: Showing) {
  const { labels, content } = around;
  const on = type === 'video' ? labels.filmOn : labels.recordingOn;
  const what = provider ? on(provider) : type === 'video' ? labels.film : labels.recording;
  const name = title ?? what;
  return h(`figure.media.media-${type}.h-cite`, [
    h('p.media-title', url ? h('a.u-url.p-name', { href: url }, name) : name),
    html ? h('div.media-text', { dir: 'auto' }, content(html)) : null,
    h('p.media-note', title === null ? labels.notLoaded : `${what}. ${labels.notLoaded}`),
  ]);
}

/** `:::video{url="…" title="…"}`, `:::audio{…}`; the address tells the provider. */
function read({ name, attributes, children }: Stated, { warn }: Stating): Omit<MediaNode, 'type'> {
  const { url = null, title = null, provider = null } = attributes;
  const address = url === null ? null : readMediaAddress(url);
  if (url === null)
    warn('no-url', `This :::${name} names no address.`, 'Add url="https://…", so that readers can find it.');
  return { title, url: address?.url ?? url, provider: provider ?? address?.provider ?? hostOf(url), children };
}

const hostOf = (url: string | null): string | null => (url && URL.parse(url)?.hostname) || null;
