import { describe, expect, test } from 'vitest';
import { pipeline } from '../../render/fixtures/pipeline.ts';

const read = (body: string) =>
  pipeline('notes/a.md', `---\nheadline: H\npublished: 2024-11-20\n---\n${body}\n`, 'every');
const html = (body: string) => read(body).html.replace(/<\/?p>/g, '');

describe('links between notes', () => {
  test.each([
    ['[[Tide table]]', '<a href="/articles/notes/tide-table/">Tide table</a>'],
    ['[[tide|the tides]] turned', '<a href="/articles/notes/tide/">the tides</a> turned'],
    ['[[tide#High water]]', '<a href="/articles/notes/tide/#user-content-high-water">tide › High water</a>'],
    ['[[tide#^a1|so]]', '<a href="/articles/notes/tide/">so</a>'],
    [
      'see [[tide#The `ebb` table]] now',
      'see <a href="/articles/notes/tide/#user-content-the-ebb-table">tide#The <code>ebb</code> table</a> now',
    ],
    ['[[*Storm* tide|that *one*]]', '<a href="/articles/notes/storm-tide/">that one</a>'],
    ['[[a *b* c', '[[a <em>b</em> c'],
    ['[[#^a1|so]] it was', 'so it was'],
    ['*see [[tide]]*', '<em>see <a href="/articles/notes/tide/">tide</a></em>'],
    ['`[[tide]]` and [[]]', '<code>[[tide]]</code> and [[]]'],
  ])('%s', (text, shown) => {
    expect(html(text)).toBe(shown);
  });
  test('in a table, where the bar is escaped', () => {
    expect(html('| a |\n|---|\n| [[tide\\|the tides]] |')).toContain('>the tides</a>');
  });
  test('a picture, with its width or its words', () => {
    const { entry } = read('![[boat 1.png|300]]\n\n![[boat.png|A boat]]');
    expect(entry.article.blocks).toMatchObject([
      { type: 'figure', image: { alt: '' } },
      { type: 'figure', image: { alt: 'A boat' } },
    ]);
  });
  test('the name of a note that is not among the words is told', () => {
    expect(read('See [[tide|here]].').entry.article.repairs).toEqual([
      { rule: 'wiki-link', lines: [5, 5], removed: 'tide' },
    ]);
  });
  test('a placeholder for a table of contents goes', () => {
    const { entry } = read('[TOC]\n\n[[toc]]\n\nText.');
    expect(entry.article.blocks).toHaveLength(1);
    expect(entry.article.repairs.map(({ removed }) => removed)).toEqual(['[TOC]', '[[toc]]']);
  });
});

describe('callouts', () => {
  test.each([
    ['> [!NOTE]\n> The harbour is closed.', { type: 'notice', kind: 'note', html: '<p>The harbour is closed.</p>' }],
    [
      '> [!warning]- Storm *tonight*\n> Stay in.\n>\n> - Bo',
      {
        type: 'notice',
        kind: 'note',
        html: '<p><strong>Storm <em>tonight</em></strong></p><p>Stay in.</p><ul>\n<li>Bo</li>\n</ul>',
      },
    ],
    [
      '> [!IMPORTANT]\n> Boil it.',
      { type: 'notice', kind: 'note', html: '<p><strong>Important</strong></p><p>Boil it.</p>' },
    ],
    ['> [!correction] \n> It was Bo.', { type: 'notice', kind: 'correction', html: '<p>It was Bo.</p>' }],
    [
      '> [!quote] Bo Berg\n> It was I.',
      { type: 'prose', html: '<blockquote>\n<p><strong>Bo Berg</strong></p>\n<p>It was I.</p>\n</blockquote>' },
    ],
    ['> [a] said\n> so.', { type: 'prose', html: '<blockquote>\n<p>[a] said\nso.</p>\n</blockquote>' }],
  ])('%s', (text, block) => {
    expect(read(text).entry.article.blocks).toEqual([block]);
  });
});

describe('signs', () => {
  test.each([
    [
      'This is ==marked== and ==**so** is this==.',
      'This is <mark>marked</mark> and <mark><strong>so</strong> is this</mark>.',
    ],
    ['a == b, x==1 and y==2, ==open', 'a == b, x==1 and y==2, ==open'],
    ['这是==重点==。', '这是<mark>重点</mark>。'],
    ['As he said. ^storm-1', 'As he said.'],
    ['2 ^3 is 8', '2 ^3 is 8'],
  ])('%s', (text, shown) => {
    expect(html(text)).toBe(shown);
  });
  test('tags are topics, numbers and addresses are none', () => {
    const { article } = read(
      '[[Tide]] of the #harbour is #1, (#fish_market) C# a.md#x `#code` [#z](b.md)\n\n> #quoted',
    ).entry;
    expect(article.topics).toEqual(['harbour', 'fish market']);
    expect(read('#harbour #tide\n\nThe #campaign.').entry.article.topics).toEqual(['harbour', 'tide']);
    expect(article.blocks[0]).toMatchObject({ html: expect.stringContaining('of the #harbour is #1') as string });
  });
});
