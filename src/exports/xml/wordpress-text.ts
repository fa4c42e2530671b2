const blocks =
  'address|article|aside|blockquote|details|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|iframe|main|ol|p|pre|script|section|style|table|ul|video|audio';
const opensBlock = new RegExp(`^\\s*</?(?:${blocks}|li|td|th|tr|dt|dd|figcaption|tbody|thead)\\b`, 'i');

/**
 * A post of WordPress as HTML. Its editor before 2018 wrote no paragraphs: a blank line parts them, a single one
 * breaks the line. Shortcodes for captions, embeds and videos become what they stand for; others stay as they are.
 */
export function wordpressHtml(content: string): string {
  const html = shortcodes(content.replace(/\r\n?/g, '\n').replace(/<!--\s*more\b.*?-->/g, '\n\n'));
  if (/<!--\s*wp:|<p[\s>]/i.test(content)) return html;
  return html
    .split(/(<pre\b[^]*?<\/pre>)/i)
    .map((part) => (/^<pre\b/i.test(part) ? part : paragraphs(part)))
    .join('\n');
}

function paragraphs(html: string): string {
  return html
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => (opensBlock.test(part) ? part : `<p>${part.replace(/\n/g, '<br>\n')}</p>`))
    .join('\n');
}

const caption =
  /\[caption\b[^\]]{0,500}\]\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)\s*([^]{0,4000}?)\s*\[\/caption\]/g;
const captionIn = /\bcaption=["“]([^"”\]]*)["”]/;
const embed = /\[embed\b[^\]]{0,200}\]\s*(https?:\/\/[^\s[\]]+)\s*\[\/embed\]/g;
const video =
  /\[(?:youtube|vimeo|twitter|instagram|tiktok|soundcloud)\b[ =]+["']?(https?:\/\/[^\s\]"']+)["']?[^\]]{0,200}\]/g;

function shortcodes(html: string): string {
  return html
    .replace(caption, (whole, image: string, words: string) => {
      const said = words || (captionIn.exec(whole)?.[1] ?? '');
      return `\n\n<figure>${image}<figcaption>${said}</figcaption></figure>\n\n`;
    })
    .replace(embed, (_, address: string) => `\n\n${linkTo(address)}\n\n`)
    .replace(video, (_, address: string) => `\n\n${linkTo(address)}\n\n`);
}

const linkTo = (address: string): string => {
  const safe = address.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<p><a href="${safe}">${safe}</a></p>`;
};
