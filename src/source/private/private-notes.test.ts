import { describe, expect, test } from 'vitest';
import { frontMatterComments } from '../front-matter/front-matter-comments.ts';
import { privateNotes } from './private-notes.ts';
import { withoutPassages } from './without-passages.ts';

const clean = (text: string) => withoutPassages(text, privateNotes(text).passages);

describe('what is private', () => {
  test.each([
    ['an HTML comment', 'The tide <!-- ask Jon --> turned.', 'The tide turned.'],
    ['over several lines', 'The tide.\n\n<!-- ask\n\nJon -->\n\nIt turned.', 'The tide.\n\n\n\n\n\nIt turned.'],
    ['Obsidian’s, within a word', 'tide%%Jon%%mark', 'tidemark'],
    ['Obsidian’s, as a block', '%%\nJon\n\nsaid so\n%%\nThe tide.', '\n\n\n\n\nThe tide.'],
    ['by reference', '[//]: # (ask Jon)\n[comment]: <> (and Bo)\nTide.', '\n\nTide.'],
    ['by reference, in a list', '- Tide.\n\n  [//]: # "ask Jon"', '- Tide.\n\n'],
    ['by reference, which CommonMark takes for words', '[//]: # ask Jon about it', ''],
    ['under any label that nothing refers to', '[aside]: # (ask Jon)', ''],
    ['Liquid’s', 'The {% comment %}ask Jon{% endcomment %}tide.', 'The tide.'],
    ['Hugo’s, Nunjucks’, MDX’s', 'The {{/* Jon */}}{{< /* Jon */ >}}{# Jon #}{/* Jon */}tide.', 'The tide.'],
    ['kramdown’s', 'The {::comment}ask Jon{:/comment} tide.', 'The tide.'],
    ['with a backtick before it', 'It`s <!-- Jon`s --> tide.', 'It`s tide.'],
    ['beside backticks in raw HTML', '<div>` <!-- Jon --> `</div>', '<div>` `</div>'],
    ['indented below an item', '- Tide\n\n    <!-- Jon --> turned', '- Tide\n\n    turned'],
  ])('%s', (_, text, rest) => {
    expect(clean(text).text).toBe(rest);
  });
});

describe('what is not', () => {
  test.each([
    ['code', 'Write `<!-- like this -->` or `%%so%%`.'],
    ['a block of code', '```html\n<!-- like this -->\n```\n\n~~~\n%% so %%\n~~~'],
    ['indented code', 'So:\n\n    <!-- like this -->'],
    ['escaped signs', String.raw`\<!-- shown --> and \%%shown\%%`],
    ['per cent signs', 'It rose by 5%% and fell by 6%%.'],
    ['an address', 'See https://example.org/%%20and%%20 for it.'],
    ['a link definition', '[tide]: https://example.org "The tide"\n\n[tide]'],
    ['an empty link that is referred to', '[tide]: # "soon"\n\nThe [tide].'],
    ['a heading’s id', '## Tide {#tide}'],
    ['a shortcode', '{{< figure src="a.jpg" >}} {% include b.html %}'],
  ])('%s', (_, text) => {
    expect(clean(text).text).toBe(text);
    expect(privateNotes(text).unclosed).toBeNull();
  });
});

test('a note that is never closed is told', () => {
  expect(privateNotes('Tide.\n\n<!-- ask Jon').unclosed).toEqual({ from: 7, to: 11 });
  expect(privateNotes('Tide.\n\n%%\nask Jon').unclosed).toEqual({ from: 7, to: 9 });
  expect(privateNotes('Tide %% so to speak.').unclosed).toBeNull();
});

test('lines stay where they were, and columns can be asked for', () => {
  const { text, columnOf } = clean('The <!-- a --> tide <!-- b\nc --> turned.\nIt ![x](y.png)');
  expect(text).toBe('The tide\nturned.\nIt ![x](y.png)');
  expect([columnOf(1, 1), columnOf(1, 5), columnOf(2, 1), columnOf(3, 4)]).toEqual([1, 16, 7, 4]);
});

describe('comments in front matter', () => {
  const without = (text: string, isToml = false) => withoutPassages(text, frontMatterComments(text, isToml)).text;
  test('YAML', () => {
    expect(without('a: 1 # Jon\n# Jon\nb: |\n  # shown\nc: "# shown"\nd: [x, y] # Jon\n')).toBe(
      'a: 1\n\nb: |\n  # shown\nc: "# shown"\nd: [x, y]\n',
    );
  });
  test('TOML', () => {
    expect(without('a = "# shown" # Jon\n# Jon\nb = """\n# shown\n"""\n', true)).toBe(
      'a = "# shown"\n\nb = """\n# shown\n"""\n',
    );
  });
});
