import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCorpus } from './corpus.ts';
import { noon, summary } from '../fixtures/summaries.ts';
import { findRelated } from './related.ts';
import { readSignature, resemblance, sign } from './signature.ts';
import { findStories } from './story.ts';
import type { Summary } from '../summary.ts';

/** Plain words, the same for the same seed. */
function prose(seed: number, count = 300): string {
  let state = seed;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  return Array.from({ length: count }, () => `w${Math.floor(next() * 5000).toString(36)}`).join(' ');
}
const text = (id: string, words: string, values: Partial<Summary> = {}) =>
  summary(id, { signature: sign(words), words: words.split(' ').length, published: noon('2024-01-10'), ...values });
const own = (path: string) => `https://e.org${path}`;
const storyOf = (articles: Summary[], id: string) =>
  findStories(openCorpus(articles), own)(id).map(({ article, relation }) => `${article.id}:${relation}`);
const relatedTo = (articles: Summary[], id: string, without: string[] = []) =>
  findRelated(openCorpus(articles))(id, new Set(without)).map((article) => article.id);

describe('the signature of a text', () => {
  it('estimates how much two texts have in common', () => {
    const base = prose(1, 600).split(' ');
    for (const share of [0, 0.3, 0.6, 0.9]) {
      const other = [
        ...base.slice(0, Math.round(600 * share)),
        ...prose(99, 600)
          .split(' ')
          .slice(Math.round(600 * share)),
      ];
      const expected = share / (2 - share);
      const found = resemblance(readSignature(sign(base.join(' ')))!, readSignature(sign(other.join(' ')))!);
      expect(Math.abs(found - expected), `share ${share}`).toBeLessThan(0.2);
    }
  });

  it('is small, and depends on words alone', () => {
    const words = prose(3);
    expect(sign(words).length).toBeLessThanOrEqual(280);
    expect(sign(words.toUpperCase().replaceAll(' ', '\n\n “'))).not.toBe('');
    expect(readSignature(sign(words.toUpperCase()))!.shingles).toEqual(readSignature(sign(words))!.shingles);
    expect(sign('Too short to tell.')).toBe('');
    expect(readSignature('')).toBeNull();
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (any) => {
        const made = sign(any);
        if (made) expect(readSignature(made)!.shingles).toHaveLength(64);
      }),
      { numRuns: 50 },
    );
  });

  it('knows a Chinese text again', () => {
    const chinese =
      '中国外交部发言人星期二在北京表示支持各方通过对话解决争端维护地区和平与稳定并愿意继续发挥建设性作用';
    expect(resemblance(readSignature(sign(chinese))!, readSignature(sign(`${chinese}。他说`))!)).toBeGreaterThan(0.8);
  });
});

describe('the same story', () => {
  const early = prose(5, 400);
  const late = `${early} ${prose(6, 300)}`;

  it('groups copies and updates, however far apart, and leaves others alone', () => {
    const articles = [
      text('copy', early, { published: noon('2023-01-01') }),
      text('early', early),
      text('late', late, { published: noon('2024-06-01') }),
      text('other', prose(7)),
    ];
    expect(storyOf(articles, 'early')).toEqual(['copy:copy', 'early:copy', 'late:update']);
    expect(storyOf(articles, 'late')).toEqual(['copy:update', 'early:update', 'late:copy']);
    expect(storyOf(articles, 'other')).toEqual([]);
  });

  it('groups an article with one that it links to within a month', () => {
    const near = text('near', prose(8), {
      source: { name: null, url: 'https://www.paper.example/story/?utm_source=x' },
      published: noon('2024-01-20'),
    });
    const far = text('far', prose(9), {
      source: { name: null, url: 'https://paper.example/old' },
      published: noon('2021-01-20'),
    });
    const from = text('from', prose(10), { links: ['http://paper.example/story#part', 'https://paper.example/old'] });
    expect(storyOf([near, far, from], 'from')).toEqual(['from:copy', 'near:story']);
    expect(storyOf([near, far, from], 'far')).toEqual([]);
  });

  it('groups articles of one month that share many telling names', () => {
    const names =
      'Then Anton Gerashko of Vladimir Solovenko and Xin Jinpao met Kostya Pashinko near Samarkandia with Dara Kimova .';
    const one = text('one', `${names} ${prose(11, 60)} ${names}`);
    const two = text('two', `${prose(12, 60)} ${names} ${names}`, { published: noon('2024-01-25') });
    const later = text('later', `${prose(13, 60)} ${names} ${names}`, { published: noon('2025-01-25') });
    expect(storyOf([one, two, later], 'one')).toEqual(['one:copy', 'two:story']);
  });

  it('shows twelve at most, those nearest in time, itself among them', () => {
    const articles = Array.from({ length: 30 }, (_, day) =>
      text(`a${String(day).padStart(2, '0')}`, early, {
        published: noon(`2024-01-${String(day + 1).padStart(2, '0')}`),
      }),
    );
    for (const [id, first] of [
      ['a00', 'a00'],
      ['a15', 'a09'],
      ['a29', 'a18'],
    ] as const) {
      const shown = storyOf(articles, id);
      expect(shown).toHaveLength(12);
      expect(shown[0]).toBe(`${first}:copy`);
      expect(shown).toContain(`${id}:copy`);
    }
  });

  it('does not depend on the order of the articles', () => {
    const articles = [text('a', early), text('b', late), text('c', prose(7)), text('d', early), summary('e')];
    const expected = articles.map(({ id }) => storyOf(articles, id));
    fc.assert(
      fc.property(fc.shuffledSubarray(articles, { minLength: articles.length }), (shuffled) => {
        expect(articles.map(({ id }) => storyOf(shuffled, id))).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});

describe('related articles', () => {
  const at = (id: string, day: number, values: Partial<Summary>) =>
    summary(id, { published: noon(`2024-01-${String(day).padStart(2, '0')}`), ...values });

  it('share telling topics or people, and nothing is shown that shares what many share', () => {
    const articles = [
      at('own', 10, { topics: ['War', 'Sugar'], quoted: [{ name: 'A', handle: 'ann' }] }),
      ...Array.from({ length: 8 }, (_, day) => at(`war-${day}`, day + 1, { topics: ['war'] })),
      at('sugar', 28, { topics: ['Sugar'] }),
      at('ann', 29, { quoted: [{ name: 'Ann', handle: 'Ann' }] }),
      at('none', 10, {}),
    ];
    const found = relatedTo(articles, 'own');
    expect(found).toEqual(['sugar', 'ann']);
    expect(relatedTo(articles, 'none')).toEqual([]);
    expect(relatedTo(articles, 'own', ['sugar'])).not.toContain('sugar');
  });

  it('are four at most', () => {
    const articles = Array.from({ length: 60 }, (_, day) =>
      at(`a${day}`, (day % 28) + 1, { topics: day < 7 ? ['Sugar'] : [] }),
    );
    expect(relatedTo(articles, 'a3')).toHaveLength(4);
  });

  it('without topics share many terms, and one of the headline', () => {
    const names = 'Kestrel Morrow Tamsin Pengelly Halloway Quarry Bellwether';
    const about = (seed: number) =>
      sign(
        `${prose(seed, 60)} so ${names.split(' ').join(' and then ')} came ${`then ${names.split(' ').join(' met ')} `.repeat(3)}`,
      );
    const filler = Array.from({ length: 40 }, (_, day) =>
      at(`f${day}`, (day % 28) + 1, { signature: sign(prose(day + 50)) }),
    );
    const articles = [
      at('own', 3, { headline: 'The Pengelly inquiry opens', signature: about(1) }),
      at('same', 5, { headline: 'Pengelly inquiry hears of the quarry', signature: about(2) }),
      at('other', 6, { headline: 'A day by the sea', signature: about(3) }),
      at('few', 7, { headline: 'Pengelly wins at chess', signature: sign(`${prose(4)} with Pengelly, met Morrow`) }),
      ...filler,
    ];
    expect(relatedTo(articles, 'own')).toEqual(['same']);
    expect(relatedTo(articles, 'f3')).toEqual([]);
  });

  it('are never a copy of the article or of one another', () => {
    const words = prose(20);
    const articles = [
      at('own', 1, { topics: ['Sea'], signature: sign(words) }),
      at('copy', 2, { topics: ['Sea'], signature: sign(words) }),
      at('one', 3, { topics: ['Sea'], signature: sign(prose(21)) }),
      at('again', 4, { topics: ['Sea'], signature: sign(prose(21)) }),
    ];
    expect(relatedTo(articles, 'own')).toEqual(['one']);
  });

  it('stay as they are for most articles when one is added', () => {
    const articles = Array.from({ length: 400 }, (_, number) =>
      summary(`a${number}`, {
        published: new Date(Date.UTC(2024, 0, 1 + number)).toISOString(),
        topics: [`t${number % 7}`, `u${number % 31}`],
      }),
    );
    const before = findRelated(openCorpus(articles));
    const after = findRelated(
      openCorpus([...articles, summary('new', { published: noon('2024-06-01'), topics: ['t1', 'u2'] })]),
    );
    const none = new Set<string>();
    const changed = articles.filter(
      ({ id }) =>
        JSON.stringify(before(id, none).map((one) => one.id)) !== JSON.stringify(after(id, none).map((one) => one.id)),
    );
    expect(changed.length).toBeLessThan(20);
  });
});
