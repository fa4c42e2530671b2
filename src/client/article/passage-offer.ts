import words from 'words:page';
import { el, one, say } from '../dom.ts';
import { lazyLoad } from '../lazy-load.ts';
import type { Piece } from '../saved/ledger.ts';

/** Offers what can be done with the selected passage of the story: buttons at the foot of the window, nothing over the text. */
export function offerPassage(story: HTMLElement, piece: Piece): void {
  let holder: HTMLElement | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const selected = (): Range | null => {
    const selection = getSelection();
    if (!selection?.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    return story.contains(range.commonAncestorContainer) && range.toString().trim().length > 2 ? range : null;
  };

  const end = (): void => {
    holder?.remove();
    holder = null;
  };

  const copy = async (): Promise<void> => {
    const range = selected();
    if (!range) return;
    try {
      const { linkTo } = await import('./passage-link.ts');
      await navigator.clipboard.writeText(linkTo(range));
      say(words.copied);
    } catch {
      say(words.notCopied);
    }
    end();
  };

  const highlight = (): void => {
    const range = selected()?.cloneRange();
    if (!range) return;
    lazyLoad(
      () => import('../notes/article-notes.ts'),
      ({ highlightRange }) => highlightRange(story, piece, range),
    );
    end();
  };

  const show = (): void => {
    // A press on a button itself must not take it away.
    if (holder?.contains(document.activeElement)) return;
    if (!selected()) return end();
    if (holder) return;
    const buttons = [
      el('button', { type: 'button', 'data-highlight': '' }, words.highlight),
      el('button', { type: 'button' }, words.copyPassage),
    ];
    buttons[0]?.addEventListener('click', highlight);
    buttons[1]?.addEventListener('click', () => void copy());
    // The selection stays when a button is pressed.
    for (const button of buttons) button.addEventListener('pointerdown', (event) => event.preventDefault());
    one('.offer')?.remove();
    holder = document.body.appendChild(el('div', { class: 'offer passage' }, ...buttons));
  };

  document.addEventListener('selectionchange', () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 400);
  });
}
