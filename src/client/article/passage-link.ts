import { one } from '../dom.ts';
import { passageFragment, wordEnd, wordStart } from './passage.ts';

/** @returns address of the page with the selected passage in its fragment */
export function linkTo(range: Range): string {
  const whole = range.cloneRange();
  const { startContainer, startOffset, endContainer, endOffset } = whole;
  if (startContainer instanceof Text) whole.setStart(startContainer, wordStart(startContainer.data, startOffset));
  if (endContainer instanceof Text) whole.setEnd(endContainer, wordEnd(endContainer.data, endOffset));
  const address = location.href.replace(/#.*$/, '');
  const fragment = passageFragment({
    text: linesOf(whole),
    before: startContainer instanceof Text ? startContainer.data.slice(0, whole.startOffset) : '',
    after: endContainer instanceof Text ? endContainer.data.slice(whole.endOffset) : '',
    all: searched(),
  });
  return address + (fragment ?? '');
}

/** What the browser goes through before it is past the story: it takes the first place where the words stand. */
function searched(): string {
  const main = one('main');
  const story = main && one('.story', main);
  if (!story) return '';
  const range = document.createRange();
  range.setStart(main, 0);
  range.setEndAfter(story);
  return range.toString();
}

/** The range's text, with a line break where a block ends: a directive's words must lie in one block. */
function linesOf(range: Range): string {
  const blocks = 'p, li, h2, h3, h4, blockquote, td, th, dd, dt, pre, figcaption';
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  let text = '';
  let last: Element | null | undefined;
  const node = range.commonAncestorContainer;
  for (let at: Node | null = node instanceof Text ? node : walker.nextNode(); at; at = walker.nextNode()) {
    if (!range.intersectsNode(at)) continue;
    const { data } = at as Text;
    const from = at === range.startContainer ? range.startOffset : 0;
    const to = at === range.endContainer ? range.endOffset : data.length;
    const block = at.parentElement?.closest(blocks);
    if (last !== undefined && block !== last) text += '\n';
    last = block;
    text += data.slice(from, to).replace(/\n/g, ' ');
  }
  return text;
}
