import { config } from 'zod';
import { markdownOf, readDraft, type DeskPicture, type DeskSite, type Reading } from '../../desk/reading.ts';
import type { Draft } from '../../desk/draft.ts';
import { labelsOf, type LabelTexts } from '../../desk/labels.ts';

/** The desk's worker: reads drafts apart from the page, so that typing never waits. */

/** What a worker is told once, before anything else. */
export interface Setting extends Omit<DeskSite, 'labels'> {
  labels: LabelTexts;
}

export type Question =
  { setting: Setting } | { id: number; read: Draft; pictures: readonly DeskPicture[] } | { id: number; write: Draft };

export type Answer =
  { id: number; reading: Reading; time: number } | { id: number; markdown: string } | { id: number; failed: string };

// The library of schemas would try whether it may compile code; no page of this site lets it.
config({ jitless: true });

let site: DeskSite | null = null;

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  if ('setting' in data) {
    site = { ...data.setting, labels: labelsOf(data.setting.labels, data.setting.language) };
    return;
  }
  postMessage(answer(data));
});

function answer(question: Exclude<Question, { setting: Setting }>): Answer {
  const { id } = question;
  try {
    if (!site) throw new Error('the desk has not said of which site it is');
    if ('write' in question) return { id, markdown: markdownOf(question.write, site) };
    const start = performance.now();
    const reading = readDraft(question.read, site, question.pictures);
    return { id, reading, time: performance.now() - start };
  } catch (error) {
    return { id, failed: error instanceof Error ? error.message : String(error) };
  }
}
