import { emptyDraft, type Draft } from '../../desk/draft.ts';

/** The draft on the desk, and those before it. */
let draft: Draft = emptyDraft;
const past: Draft[] = [];
/** Steps that can be taken back. */
const MOST = 200;
const listeners: (() => void)[] = [];

export const current = (): Draft => draft;
export const canUndo = (): boolean => past.length > 0;
export const isEmpty = (): boolean => draft.text.trim() === '';

/**
 * Puts another draft on the desk.
 *
 * @param quiet whether it goes on with the last step, as typing does
 */
export function change(next: Draft, quiet = false): void {
  if (!quiet) past.push(draft);
  if (past.length > MOST) past.shift();
  draft = next;
  for (const listener of listeners) listener();
}

export function undo(): void {
  const before = past.pop();
  if (before) change(before, true);
}

export const onChange = (listener: () => void): void => void listeners.push(listener);
