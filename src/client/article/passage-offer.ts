import words from 'words:page';
import { el, one, say } from '../dom.ts';

/** Offers a link to the selected passage of the story: a button at the foot of the window, nothing over the text. */
export function offerPassage(story: HTMLElement): void {
  let button: HTMLButtonElement | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const selected = (): Range | null => {
    const selection = getSelection();
    if (!selection?.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    return story.contains(range.commonAncestorContainer) && range.toString().trim().length > 2 ? range : null;
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
    button?.remove();
    button = null;
  };

  const show = (): void => {
    // A press on the button itself must not take it away.
    if (button && button === document.activeElement) return;
    if (!selected()) {
      button?.remove();
      button = null;
    } else if (!button) {
      button = el('button', { type: 'button' }, words.copyPassage);
      // The selection stays when the button is pressed.
      button.addEventListener('pointerdown', (event) => event.preventDefault());
      button.addEventListener('click', () => void copy());
      one('.offer')?.remove();
      const holder = one('.passage') ?? document.body.appendChild(el('div', { class: 'offer passage' }));
      holder.append(button);
    }
  };

  document.addEventListener('selectionchange', () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 400);
  });
}
