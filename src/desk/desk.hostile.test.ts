import { describe, expect, it } from 'vitest';
import { blockLabels } from '../i18n/block-labels.ts';
import { vectors, vectorsPresent } from '../tests/hostile-corpus.ts';
import { emptyDraft, type Draft } from './draft.ts';
import { activeIn } from './fixtures/active.ts';
import { readDraft } from './reading.ts';

const labels = blockLabels({ language: 'en', timeZone: 'UTC' });
const site = { url: 'https://broadsheet.example', base: '/', language: 'en', timeZone: 'UTC', labels };
const story = '<h1>A lock opens</h1><p>The lock at Port Averill opened on Monday, two years late, and boats came.</p>';

describe.skipIf(!vectorsPresent)('every known vector on a clipboard does nothing on the desk', () => {
  it.each(['html', 'text'] as const)('as %s', (form) => {
    const found: string[] = [];
    for (const vector of vectors()) {
      const text =
        form === 'html'
          ? `<article>${story}<p>Before. ${vector}</p></article>`
          : `A lock opens\n\nIt opened on Monday.\n\n${vector}`;
      const draft: Draft = { ...emptyDraft, form, text };
      const { article } = readDraft(draft, site);
      const active = activeIn([...(article?.story ?? []), ...(article?.notices ?? [])].flat());
      if (active.length > 0) found.push(`${vector.slice(0, 120)}: ${active.join(' ')}`);
    }
    expect(found.slice(0, 10)).toEqual([]);
  });
});
