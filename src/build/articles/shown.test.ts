import { describe, expect, it } from 'vitest';
import { noon, site, summary } from '../../edition/fixtures/summaries.ts';
import { hiddenAs, marked, scheduled } from './shown.ts';

const now = new Date('2024-11-20T12:00:00Z');
const showing = { now, future: false, site };
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
    expect(hiddenAs(facts(null, false, 'restricted'), { ...showing, site: { ...site, restricted: 'hidden' } })).toBe(
      'restricted',
    );
  });
});

describe('where the settings show them', () => {
  const shown = { ...showing, site: { ...site, drafts: 'shown', future: 'shown' } as const };

  it('drafts are in the site, with their mark, and what is still to come without one', () => {
    expect(hiddenAs(facts('2099-01-01T00:00:00.000Z', true), shown)).toBeNull();
    expect(marked(facts(null, true), null).state).toBe('draft');
    expect(marked(facts('2099-01-01T00:00:00.000Z'), null).state).toBeUndefined();
  });

  it('while one writes, what is still to come has a mark of its own', () => {
    expect(marked(facts('2099-01-01T00:00:00.000Z'), now).state).toBe('scheduled');
    expect(marked(facts(noon('2024-11-20')), now).state).toBeUndefined();
  });
});

it('what is scheduled is named with its time', () => {
  const told = scheduled([['a.md', facts('2099-01-01T08:30:00.000Z')]], showing);
  expect(told.map(String).join()).toContain(
    'a.md:1:1  warning: The article is dated 2099-01-01T08:30Z: it is left out until then.',
  );
});
