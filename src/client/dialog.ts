import css from '../styles/dialog.css?inline';
import { addStyles, el } from './dom.ts';

let hasStyles = false;

/**
 * A native modal dialog: Escape closes it, the page behind is inert, and focus goes back to where it was.
 * @param label its name for screen readers
 * @param closeLabel the close button's
 */
export function openDialog(
  kind: string,
  label: string,
  closeLabel: string,
  ...content: (Node | string)[]
): HTMLDialogElement {
  if (!hasStyles) addStyles(css);
  hasStyles = true;
  const before = document.activeElement;
  const close = el('button', { type: 'button', class: 'close', 'aria-label': closeLabel }, '×');
  const dialog = el('dialog', { class: kind, 'aria-label': label }, ...content, close);
  // As Escape does: who opened it may put closing off.
  const askToClose = (): void => {
    if (dialog.dispatchEvent(new Event('cancel', { cancelable: true }))) dialog.close();
  };
  close.addEventListener('click', askToClose);
  // A click beside it lands on the dialog itself.
  dialog.addEventListener('click', (event) => event.target === dialog && askToClose());
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
