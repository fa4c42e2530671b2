import type { HighlighterCore, ThemeRegistrationRaw } from 'shiki/core';

/**
 * Colours for code, made when the site is built: each token gets a class, and the page's style says what colour it has
 * by day and by night. The library and its grammars are loaded where an article has code, and no sooner.
 */

/** What a token can be, and the scopes of TextMate's grammars that say so. A later one is narrower. */
const kinds: readonly (readonly [name: string, scopes: readonly string[]])[] = [
  ['comment', ['comment', 'punctuation.definition.comment']],
  ['string', ['string', 'constant.other.symbol', 'punctuation.definition.string', 'markup.inline.raw']],
  ['number', ['constant.numeric', 'constant.language', 'constant.character', 'support.constant']],
  ['keyword', ['keyword', 'storage', 'variable.language', 'entity.name.tag', 'markup.heading']],
  ['name', ['entity.name.function', 'support.function', 'entity.name.type', 'entity.name.class', 'support.type', 'support.class', 'entity.other.attribute-name']],
  ['plain', ['keyword.operator', 'storage.type.function.arrow', 'punctuation', 'variable', 'string variable', 'string meta.interpolation', 'meta.embedded']],
]; // prettier-ignore

/** A "colour" for each kind: what the library gives back for a token tells which kind it is. */
const colourOf = (index: number): string => `#0000${(index + 1).toString(16).padStart(2, '0')}`;

const theme: ThemeRegistrationRaw = {
  name: 'kinds',
  type: 'light',
  colors: { 'editor.foreground': '#000000', 'editor.background': '#ffffff' },
  settings: [
    { settings: { foreground: '#000000' } },
    ...kinds.map(([, scope], index) => ({ scope: [...scope], settings: { foreground: colourOf(index) } })),
  ],
};

const block = /(<pre tabindex="0"><code class="language-)([\w+#.-]{1,30})(">)([^<]*)(<\/code><\/pre>)/g;
/** Longer code than this is shown as it is: colours would take longer than they are worth. */
const longest = 50_000;

let library: Promise<{ shiki: HighlighterCore; languages: Record<string, unknown> }> | null = null;

async function open() {
  const [{ createHighlighterCore }, { createJavaScriptRegexEngine }, { bundledLanguages }] = await Promise.all([
    import('shiki/core'),
    import('shiki/engine/javascript'),
    import('shiki/langs'),
  ]);
  const shiki = await createHighlighterCore({ themes: [theme], langs: [], engine: createJavaScriptRegexEngine({ forgiving: true }) }); // prettier-ignore
  return { shiki, languages: bundledLanguages };
}

/**
 * Puts classes on the tokens of code whose language is stated and known.
 *
 * @param story safe HTML
 * @param begin called when there is something to colour
 * @returns safe HTML: nothing is added but `tabindex` and `<span class="code-…">`, and every text in it is escaped
 */
export async function withCodeColours(story: string, begin: () => void = () => undefined): Promise<string> {
  // Wide code scrolls in its frame, which the keyboard can reach.
  const html = story.replaceAll('<pre><code', '<pre tabindex="0"><code');
  const found = [...html.matchAll(block)].filter(([, , , , code = '']) => code.length <= longest);
  if (found.length === 0) return html;
  begin();
  const { shiki, languages } = await (library ??= open());
  let coloured = '';
  let at = 0;
  for (const match of found) {
    const [whole, before = '', language = '', between = '', code = '', after = ''] = match;
    const inner = Object.hasOwn(languages, language.toLowerCase())
      ? await tokens(shiki, languages, language.toLowerCase(), code)
      : null;
    coloured += html.slice(at, match.index) + (inner === null ? whole : before + language + between + inner + after);
    at = match.index + whole.length;
  }
  return coloured + html.slice(at);
}

async function tokens(
  shiki: HighlighterCore,
  languages: Record<string, unknown>,
  language: string,
  code: string,
): Promise<string | null> {
  try {
    if (!shiki.getLoadedLanguages().includes(language)) await shiki.loadLanguage(languages[language] as never);
    // No limit of time: a busy machine must not give other colours. A line that is longer than any author writes stays plain.
    const limits = { tokenizeTimeLimit: 0, tokenizeMaxLineLength: 2000 };
    const lines = shiki.codeToTokensBase(unescape(code), { lang: language, theme: 'kinds', ...limits });
    return lines.map((line) => line.map(({ content, color }) => span(content, color ?? '')).join('')).join('\n');
  } catch {
    // A grammar that fails on some code leaves it plain.
    return null;
  }
}

function span(text: string, colour: string): string {
  const kind = kinds.find((_, index) => colourOf(index) === colour.toLowerCase())?.[0];
  const words = escape(text);
  return kind === undefined || kind === 'plain' || text.trim() === ''
    ? words
    : `<span class="code-${kind}">${words}</span>`;
}

/** As the gate writes text, so that code without colours stays as it is. */
const escape = (text: string): string => text.replace(/&/g, '&#x26;').replace(/</g, '&#x3C;');
const unescape = (html: string): string => html.replace(/&#x3C;|&lt;/gi, '<').replace(/&gt;/gi, '>').replace(/&quot;/gi, '"').replace(/&#x26;|&amp;/gi, '&'); // prettier-ignore
