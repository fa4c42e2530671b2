import words from 'words:desk';
import type { Reading } from '../../desk/reading.ts';
import { all, el } from '../dom.ts';
import { part } from './setting.ts';

type Line = Reading['lines'][number];

const kindOf = ({ kind }: Line): string => (kind === 'blank' ? '' : words.kinds[kind]);
const numberOf = (element: Element | null): number => Number((element as HTMLElement | null)?.dataset['line'] ?? 0);

/**
 * The lines with what each was told to be: what is like the line above and belongs with it says it to screen readers alone.
 *
 * @param open asked for a line, or for several where Shift was held: all from the one that had the focus before
 */
export function showLines(lines: readonly Line[], open: (from: number, to: number) => void): void {
  const list = part('.desk-lines');
  const focused = numberOf(document.activeElement);
  let before: Line | null = null;
  let last = 0;
  const items = lines.flatMap((line, index) => {
    if (line.kind === 'blank' || line.kind === 'facts') return [];
    const isSame = before?.kind === line.kind && (line.kind === 'prose' || before.block === line.block);
    before = line;
    const button = el(
      'button',
      { type: 'button', class: 'desk-line', 'data-kind': line.kind, 'data-line': String(index + 1), tabindex: '-1' },
      el('span', { class: isSame ? 'kind unseen' : 'kind' }, kindOf(line)),
      el('span', { class: 'text', dir: 'auto' }, line.text),
    );
    button.addEventListener('click', ({ shiftKey }) => {
      const here = index + 1;
      const other = shiftKey && last > 0 ? last : here;
      last = here;
      open(Math.min(here, other), Math.max(here, other));
    });
    return [el('li', {}, button)];
  });
  list.replaceChildren(...items);
  const buttons = all('.desk-line', list);
  const here = buttons.find((button) => numberOf(button) === focused) ?? buttons[0];
  here?.setAttribute('tabindex', '0');
  if (focused > 0) here?.focus({ preventScroll: true });
}

/** One stop of the Tab key for all lines; the arrows go from line to line. */
export function listenToArrows(): void {
  const list = part('.desk-lines');
  list.addEventListener('keydown', (event) => {
    const buttons = all('.desk-line', list);
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const ways: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 };
    const next = at < 0 ? undefined : buttons[ways[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    buttons[at]?.setAttribute('tabindex', '-1');
    next.setAttribute('tabindex', '0');
    next.focus();
  });
}
