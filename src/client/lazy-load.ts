import words from 'words:page';
import { say } from './dom.ts';

/** Counts wishes: only the last one is granted. */
let wish = 0;

/**
 * Fetches a part that opens over the page when it is first asked for, and opens it, unless the reader has by
 * then asked for something else or pressed Escape: on a slow line nothing jumps up that is no longer wanted.
 *
 * @param load the part's module
 * @param open what is done with it
 * @param failed what is done where it can't be had; unless told, the reader is told
 */
export function lazyLoad<Part>(
  load: () => Promise<Part>,
  open: (part: Part) => void,
  failed: () => void = () => say(words.notLoaded),
): void {
  const mine = (wish += 1);
  const withdraw = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') wish += 1;
  };
  const ifWanted = (act: () => void): void => {
    removeEventListener('keydown', withdraw);
    if (mine === wish) act();
  };
  addEventListener('keydown', withdraw);
  void load().then(
    (part) => ifWanted(() => open(part)),
    () => ifWanted(failed),
  );
}
