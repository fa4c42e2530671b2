import type { Options as Schema } from 'rehype-sanitize';
import type { Markup } from '../article/blocks/kind.ts';
import { recognisedKinds } from '../article/blocks/registry.ts';

/**
 * What may be in an article's HTML. This is policy as data: an element or attribute that is not named
 * here does not reach a page. Deep-frozen, and tested for itself in `schema.test.ts`.
 */

/** A language tag's characters (RFC 5646), or a direction. */
const language = /^[A-Za-z0-9-]{1,35}$/;

const everywhere: NonNullable<Schema['attributes']>[string] = [
  'id',
  'title',
  ['lang', language],
  ['dir', 'ltr', 'rtl', 'auto'],
];

const cell: NonNullable<Schema['attributes']>[string] = [
  'colSpan',
  'rowSpan',
  'headers',
  ['scope', 'row', 'col', 'rowgroup', 'colgroup'],
  ['align', 'left', 'right', 'center', 'justify'],
];

/** What an author's Markdown, HTML or pasted text may become. */
export const contentSchema: Schema = deepFreeze({
  tagNames: [
    'a',
    'abbr',
    'b',
    'bdi',
    'bdo',
    'blockquote',
    'br',
    'caption',
    'cite',
    'code',
    'col',
    'colgroup',
    'dd',
    'del',
    'details',
    'dfn',
    'div',
    'dl',
    'dt',
    'em',
    'figcaption',
    'figure',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'hr',
    'i',
    'img',
    'input',
    'ins',
    'kbd',
    'li',
    'mark',
    'ol',
    'p',
    'pre',
    'q',
    'rp',
    'rt',
    'ruby',
    's',
    'samp',
    'section',
    'small',
    'span',
    'strong',
    'sub',
    'summary',
    'sup',
    'table',
    'tbody',
    'td',
    'tfoot',
    'th',
    'thead',
    'time',
    'tr',
    'u',
    'ul',
    'var',
    'wbr',
  ],
  ancestors: {
    caption: ['table'],
    col: ['table'],
    colgroup: ['table'],
    figcaption: ['figure'],
    summary: ['details'],
    tbody: ['table'],
    td: ['table'],
    tfoot: ['table'],
    th: ['table'],
    thead: ['table'],
    tr: ['table'],
  },
  attributes: {
    '*': everywhere,
    a: [
      'href',
      ['rel', 'noopener', 'noreferrer'],
      ['ariaDescribedBy', /^user-content-/],
      'ariaLabel',
      'dataFootnoteRef',
      'dataFootnoteBackref',
      ['className', 'data-footnote-backref'],
    ],
    blockquote: ['cite'],
    q: ['cite'],
    del: ['cite', 'dateTime'],
    ins: ['cite', 'dateTime'],
    time: ['dateTime'],
    code: [['className', /^language-[\w+#.-]{1,30}$/]],
    details: ['open'],
    h2: [['className', 'sr-only']],
    // Only pictures of this site: `onlyOwnPictures` takes every other address off before this is asked.
    img: ['src', 'srcSet', 'sizes', 'alt', 'width', 'height', ['loading', 'lazy'], ['decoding', 'async']],
    input: [['disabled', true], ['type', 'checkbox'], 'checked'],
    li: [['className', 'task-list-item'], 'value'],
    ol: ['start', 'reversed', ['type', '1', 'a', 'A', 'i', 'I'], ['className', 'contains-task-list']],
    ul: [['className', 'contains-task-list']],
    section: ['dataFootnotes', ['className', 'footnotes']],
    // A wide table scrolls in its own frame, which the keyboard can reach.
    div: [['className', 'table'], ['tabIndex', 0], ['role', 'region'], 'ariaLabel'],
    col: ['span'],
    colgroup: ['span'],
    td: cell,
    th: [...cell, 'abbr'],
  },
  // `tabindex` and `role` stand on our own frames alone; see `div`.
  required: { input: { disabled: true, type: 'checkbox' } },
  protocols: {
    href: ['http', 'https', 'mailto'],
    cite: ['http', 'https'],
    // No protocol at all: a picture has a path of this site.
    src: ['path-of-this-site'],
  },
  // Elements whose contents are not text for a reader. Without this their text would leak into the article.
  strip: [
    'applet',
    'audio',
    'base',
    'canvas',
    'embed',
    'frame',
    'frameset',
    'iframe',
    'link',
    'math',
    'meta',
    'noembed',
    'noframes',
    'noscript',
    'object',
    'script',
    'style',
    'svg',
    'template',
    'textarea',
    'title',
    'video',
    'xmp',
  ],
  clobber: ['id'],
  clobberPrefix: 'user-content-',
  allowComments: false,
  allowDoctypes: false,
});

type Rules = NonNullable<Schema['attributes']>[string];

/** Classes that no kind of block has, and that are put on links of a story later. */
const lateClasses: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  // Tokens of code, see `build/articles/code-colours.ts`.
  span: [/^code-[a-z]{1,12}$/],
  a: ['kept-link'],
};

/** The rules of an element, with more classes than those that content may have. */
function withClasses(rules: Rules, classes: readonly (string | RegExp)[]): Rules {
  const isClasses = (rule: Rules[number]) => Array.isArray(rule) && rule[0] === 'className';
  const ofContent = rules.filter(isClasses).flatMap((rule) => rule.slice(1));
  const all = [...ofContent, ...classes];
  return [
    ...rules.filter((rule) => !isClasses(rule)),
    ...(all.length > 0 ? [['className', ...all] as Rules[number]] : []),
  ];
}

/** What showing blocks may add around an author's content: the elements and class names that the kinds of block name. */
export const blockSchema: Schema = deepFreeze(addMarkup([...recognisedKinds.values()].map(({ markup }) => markup)));

function addMarkup(added: readonly Markup[]): Schema {
  const ofContent = contentSchema.attributes ?? {};
  const names = [...added.flatMap(({ classes }) => Object.keys(classes)), ...Object.keys(lateClasses)];
  const attributes = [...new Set(names)].map((name): [string, Rules] => {
    const classes = [...added.flatMap((markup) => markup.classes[name] ?? []), ...(lateClasses[name] ?? [])];
    const others = added.flatMap((markup) => markup.attributes?.[name] ?? []);
    return [name, withClasses([...(ofContent[name] ?? []), ...(others as Rules)], classes)];
  });
  return {
    ...contentSchema,
    tagNames: [...new Set([...(contentSchema.tagNames ?? []), ...names])],
    // Wide code scrolls in its frame, which the keyboard can reach.
    attributes: { ...ofContent, ...Object.fromEntries(attributes), pre: [['tabIndex', 0]] },
  };
}

function deepFreeze<Value>(value: Value): Value {
  if (value && typeof value === 'object' && !(value instanceof RegExp)) {
    for (const part of Object.values(value)) deepFreeze(part);
    Object.freeze(value);
  }
  return value;
}
