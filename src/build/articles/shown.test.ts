import { describe, expect, it } from 'vitest';
import { noon, summary } from '../../edition/fixtures/summaries.ts';
import { hiddenAs, scheduled } from './shown.ts';

const now = new Date('2024-11-20T12:00:00Z');
const showing = { now, future: false, site: { restricted: 'headline' as const } };
const facts = (published: string | null, draft = false, rights: 'open' | 'restricted' = 'open') => ({
  draft,
  summary: summary('a', { published, rights }),
});

describe('an article is in a page', () => {
  it('unless its time has not come', () => {
    expect(hiddenAs(facts(noon('2024-11-20')), showing)).toBeNull();
    expect(hiddenAs(facts('2024-11-20T12:00:01.000Z'), showing)).toBe('scheduled');
    expect(hiddenAs(facts('2099-01-01T00:00:00.000Z'), { ...showing, future: true })).toBeNull();
    expect(hiddenAs(facts(null), showing)).toBeNull();
  });

  it('unless it is a draft, or restricted where the settings hide such', () => {
    expect(hiddenAs(facts('2099-01-01T00:00:00.000Z', true), showing)).toBe('draft');
    expect(hiddenAs(facts(null, false, 'restricted'), showing)).toBeNull();
    expect(hiddenAs(facts(null, false, 'restricted'), { ...showing, site: { restricted: 'hidden' } })).toBe(
      'restricted',
    );
  });
});

it('what is scheduled is named with its time', () => {
  const told = scheduled([['a.md', facts('2099-01-01T08:30:00.000Z')]], showing);
  expect(told.map(String).join()).toContain(
    'a.md:1:1  warning: The article is dated 2099-01-01T08:30Z: it is left out until then.',
  );
});
