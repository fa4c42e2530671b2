import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';

/** Draws numbers: the same seed draws the same ones. */
export class Draw {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to `below`, without it. */
  number(below: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#state / 4294967296) * below);
  }

  of<Item>(items: readonly Item[]): Item {
    return items[this.number(items.length)] as Item;
  }
}

const head = (keys: string) => `---\nheadline: A hostile one\npublished: 2024-01-30\n${keys}\n---\n\n`;

const signs = [
  '😀',
  '👩‍👩‍👧‍👦',
  '🇫🇷',
  'é',
  'e\u0301',
  '字',
  '\u202e',
  '\u0000',
  '\u001b[2J',
  '\ufeff',
  '\u2028',
  'नि',
  '\ufffe',
  '\ud83d',
  '𝐀',
];
const names = [
  ...[
    'C',
    'C++',
    'C#',
    'C 2',
    'c',
    'Ⅽ',
    'C-2',
    '..',
    '.',
    '/',
    'con',
    'nul',
    '__proto__',
    'constructor',
    'toString',
    'index',
  ],
  ...[
    '<b>',
    '&amp;',
    '"',
    "'",
    '`',
    '\\\\',
    '%2e%2e',
    '%',
    '#',
    '?',
    'a'.repeat(300),
    '字'.repeat(100),
    'page',
    'feed.xml',
    '404',
    '',
  ],
];
const fileNames = [
  ...[
    'index',
    'con',
    'a b',
    'a%2fb',
    'ü',
    'u\u0308',
    'A',
    '.md',
    '-',
    '--help',
    '字'.repeat(60),
    'a'.repeat(240),
    '\u001b[31m',
    '😀',
  ],
  ...[
    'new\nline',
    '"',
    "'",
    '$(id)',
    '`id`',
    '*',
    '__proto__',
    'feed.xml',
    '404',
    'index.html',
    '%00',
    'a.txt',
    'x'.repeat(100),
  ],
];
const pieces = [
  ...[
    '*',
    '_',
    '~',
    '`',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '!',
    '#',
    '|',
    '\\',
    '&',
    ':::',
    '---',
    '+++',
    '%%',
    '{{',
    '}}',
    '$$',
  ],
  ...[
    'a ',
    '\n',
    '\n\n',
    '\t',
    '> ',
    '- ',
    '1. ',
    '[^1]',
    '[^1]: ',
    '![',
    '](',
    '[[',
    ']]',
    '<!--',
    '-->',
    '<div>',
    '</p>',
    '&#xD83D;',
  ],
];

/** What is written into a content folder. Each kind stands for many: the drawn numbers decide sizes, signs and places. */
const kinds: Record<string, (folder: string, draw: Draw) => void> = {
  'a name': (folder, draw) =>
    put(folder, `${draw.of(fileNames)}.${draw.of(['md', 'txt', 'MD', 'markdown', 'html'])}`, `${head('')}Text.`),
  'a deep path': (folder, draw) =>
    put(folder, `${`${'d'.repeat(1 + draw.number(100))}/`.repeat(1 + draw.number(25))}a.md`, `${head('')}Text.`),
  'a name that is no UTF-8': (folder, draw) =>
    writeFileSync(
      Buffer.concat([
        Buffer.from(`${folder}/articles/`),
        Buffer.from([97, 0x80 + draw.number(127), 0xff]),
        Buffer.from('.md'),
      ]),
      'x',
    ),
  'names that clash': (folder, draw) => {
    for (const kind of ['topics', 'authors']) put(folder, `${kind}.md`, `${head(`${kind}: ${list(draw, 12)}`)}Text.`);
    put(
      folder,
      'credits.md',
      `${head('')}${Array.from({ length: 9 }, () => `![A](x.jpg)\nWords. Photograph: ${draw.of(names)}/AFP`).join('\n\n')}`,
    );
  },
  'many names': (folder, draw) =>
    put(
      folder,
      'many.md',
      `${head(`${draw.of(['topics', 'authors', 'aliases'])}: [${Array.from({ length: 10 ** (1 + draw.number(3)) }, (_, n) => `/n${n}/`).join(', ')}]`)}Text.`,
    ),
  'front matter': (folder, draw) => {
    const value = () =>
      draw.of([
        '{',
        '[',
        '&a',
        '*a',
        '!!js/x y',
        '"\\uD83D"',
        '|',
        '>',
        '0x10',
        '.inf',
        '2024-13-45',
        'a: b: c',
        '\t',
        '@',
        '%',
        '- - -',
        '""',
        '[[[]]]',
      ]);
    const key = () =>
      draw.of([
        'headline',
        'published',
        'topics',
        'image',
        'source',
        'draft',
        'rights',
        'language',
        'aliases',
        'updated',
        '__proto__',
        '?',
        'x: y',
      ]);
    put(
      folder,
      'front.md',
      `${draw.of(['---', '+++', '{', ' ---', '\ufeff---', ';;;'])}\n${Array.from({ length: 1 + draw.number(8) }, () => `${key()}: ${value()}`).join('\n')}\n${draw.of(['---', '+++', '}', '', '...'])}\nText.\n`,
    );
  },
  'aliases of old': (folder, draw) =>
    put(
      folder,
      'old.md',
      `${head(`aliases: [${Array.from({ length: 4 }, () => JSON.stringify(`/${draw.of(['a/'.repeat(900), 'x'.repeat(500), '..', '.git/x', 'index.html', 'articles/good/', 'sw.js', '字'.repeat(99), '%00', 'con', '_redirects', 'a//b', '😀'])}`)).join(', ')}]`)}Text.`,
    ),
  'text of signs': (folder, draw) =>
    put(
      folder,
      `signs.${draw.of(['md', 'txt'])}`,
      `${head('')}${Array.from({ length: 200 }, () => draw.of([...signs, ' ', 'word'])).join('')}\n\n— ${draw.of(signs).repeat(90)} (@harbour) May 1, 2024\n`,
    ),
  'markup without end': (folder, draw) =>
    put(
      folder,
      'endless.md',
      head('') + draw.of(pieces).repeat(100) + Array.from({ length: 2_000 }, () => draw.of(pieces)).join(''),
    ),
  'one thing again and again': (folder, draw) =>
    put(
      folder,
      'again.md',
      head('') + (draw.of(pieces) + draw.of(pieces) + draw.of(pieces)).repeat(10 ** (2 + draw.number(3))),
    ),
  bytes: (folder, draw) =>
    put(
      folder,
      `bytes.${draw.of(['md', 'txt'])}`,
      Uint8Array.from({ length: draw.number(5_000) }, () => draw.number(256)),
    ),
  'a pipe': (folder, draw) => {
    const name = draw.of(['pipe.md', 'pipe.png', 'pipe', 'about.md']);
    execFileSync('mkfifo', [name === 'about.md' ? join(folder, name) : join(folder, 'articles', name)]);
    if (name !== 'about.md') put(folder, 'of-pipe.md', `${head(draw.of(['', `image: ${name}`]))}![A](${name})`);
  },
  'a socket': (folder) => void createServer().listen(join(folder, 'articles/s.md')).unref(),
  'a folder as a file': (folder, draw) => {
    const name = draw.of(['x.md', 'x.png', 'x.txt']);
    mkdirSync(join(folder, 'articles', name));
    put(folder, 'of-folder.md', `${head('')}![A](${name})`);
  },
  'a link': (folder, draw) =>
    symlinkSync(
      draw.of([
        '/etc/passwd',
        '/',
        '..',
        '.',
        'itself.md',
        'nowhere.md',
        '/dev/zero',
        '/proc/self/environ',
        '/dev/stdin',
      ]),
      join(folder, 'articles', draw.of(['itself.md', 'l.txt', 'l', 'l.png'])),
    ),
  'a picture': (folder, draw) => {
    const name = draw.of(['p.png', 'p.jpg', 'p.webp', 'p.svg', 'p.gif', 'p.avif']);
    const text = draw.of([
      '',
      'GIF89a',
      '\u0089PNG\r\n\u001a\n',
      'RIFF\u0000\u0000\u0000\u0000WEBP',
      '<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>',
      '\u00ff\u00d8\u00ff',
    ]);
    put(
      folder,
      name,
      Buffer.concat([
        Buffer.from(text, 'latin1'),
        Buffer.from(Array.from({ length: draw.number(400) }, () => draw.number(256))),
      ]),
    );
    put(
      folder,
      'of-picture.md',
      `${head(draw.of(['', `image: ${name}`]))}![A](${name})\n\n![B](${draw.of(['../../../../etc/passwd', '/dev/zero', '%00', 'file:///etc/passwd', '..', `${'a'.repeat(5000)}.png`])})`,
    );
  },
  'an about page': (folder, draw) =>
    writeFileSync(
      join(folder, 'about.md'),
      draw.of(['', '%%secret%%', '<script>', '['.repeat(900), '\u0000', head('x: y'), '*a **b '.repeat(3000)]),
    ),
  'no right to read': (folder, draw) => {
    put(folder, 'locked/a.md', `${head('')}Text.`);
    execFileSync('chmod', [
      draw.of(['000', '200', '444']),
      join(folder, 'articles', draw.of(['locked', 'locked/a.md'])),
    ]);
  },
};

export const kindNames = Object.keys(kinds);

/**
 * Writes a content folder that nobody would wish for: a good article, and two to four hostile things beside it.
 *
 * @returns what is in it
 */
export function writeHostileFolder(folder: string, draw: Draw, first: string): string[] {
  put(folder, 'good.md', `---\nheadline: A good article\npublished: 2024-01-03\n---\n\nGood text.\n`);
  const chosen = [first, ...Array.from({ length: 1 + draw.number(3) }, () => draw.of(kindNames))];
  for (const kind of new Set(chosen)) {
    try {
      kinds[kind]?.(folder, draw);
    } catch (error) {
      // This disk doesn't take it, or another thing has its name.
      if ((error as NodeJS.ErrnoException).syscall === undefined && !/mkfifo|chmod/.test(String(error))) throw error;
    }
  }
  return [...new Set(chosen)];
}

function put(folder: string, path: string, text: string | Uint8Array): void {
  const file = join(folder, 'articles', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const list = (draw: Draw, count: number): string => JSON.stringify(Array.from({ length: count }, () => draw.of(names)));
