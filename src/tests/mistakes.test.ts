import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clashes, findArticles } from '../build/articles/content-folder.ts';
import { readArticle } from '../build/articles/read-article.ts';
import { site } from '../site.ts';
import { SourceErrors } from '../source/error.ts';

/** Files with a mistake each, by what is wrong with them: what a person sees is the snapshot. */
const mistakes: Record<string, string | Uint8Array> = {
  'front matter that is not closed.md': '---\nheadline: A\n\nText.\n',
  'front matter that is a list.md': '---\n- headline\n---\nText.\n',
  'front matter that is not YAML.md': '---\nheadline: "A\n---\nText.\n',
  'an alias bomb.md':
    '---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nheadline: [*c,*c,*c,*c,*c,*c,*c]\n---\nText.\n',
  'a key that is not known.md': '---\nheadline: A\npublised: 2024-01-30\nx-colour: red\n---\nText.\n',
  'a key of the wrong kind.md': '---\nheadline: A\ntopics: {a: b}\ndraft: perhaps\n---\nText.\n',
  'no headline.md': '---\npublished: 2024-01-30\n---\nText.\n',
  'a date that cannot be read.md': '---\nheadline: A\npublished: last Tuesday\n---\nText.\n',
  'a date that does not exist.md': '---\nheadline: A\npublished: 2023-02-30\n---\nText.\n',
  'a time that does not exist.md': '---\nheadline: A\npublished: 2024-01-30 25:70\n---\nText.\n',
  'no date.md': '---\nheadline: A\n---\nText.\n',
  'a picture that is not there.md': '---\nheadline: A\npublished: 2024-01-30\n---\nText.\n\n![A cat](cat.jpg)\n',
  'a lead picture that is not there.md': '---\nheadline: A\npublished: 2024-01-30\nimage: cat.jpg\n---\nText.\n',
  'a picture that is not one.md': '---\nheadline: A\npublished: 2024-01-30\n---\nText.\n\n![A cat](broken.png)\n',
  'a picture outside the folder.md':
    '---\nheadline: A\npublished: 2024-01-30\n---\nText.\n\n![A cat](../../../secret.png)\n',
  'a link that may not be.md': '---\nheadline: A\npublished: 2024-01-30\n---\nText [here](javascript:alert(1)).\n',
  'markup that may not be.md': '---\nheadline: A\npublished: 2024-01-30\n---\nText.\n\n<script>alert(1)</script>\n',
  'bytes that are not UTF-8.txt': Uint8Array.from([72, 101, 108, 108, 111, 10, 119, 0xe9, 114, 108, 100]),
  'a NUL.txt': 'Headline\n\nText\0.\n',
  'empty.md': '',
  'nothing but blanks.txt': ' \n\n\t\n',
  'several mistakes at once.md': '---\nheadlin: A\npublished: 2023-02-30\n---\nText.\n',
};

let content: string;
beforeAll(async () => {
  content = await mkdtemp(join(tmpdir(), 'broadsheet-mistakes-'));
  for (const [name, data] of Object.entries({ ...mistakes, 'broken.png': 'this is not a picture' })) {
    const file = join(content, 'articles', name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, data);
  }
});
afterAll(() => rm(content, { recursive: true, force: true }));

async function told(name: string): Promise<string> {
  const data = mistakes[name] ?? '';
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  try {
    const { warnings } = await readArticle(content, `articles/${name}`, bytes, site);
    return warnings.map(String).join('\n') || 'nothing';
  } catch (error) {
    if (error instanceof SourceErrors) return error.problems.map(String).join('\n');
    throw error;
  }
}

it.each(Object.keys(mistakes))('%s', async (name) => {
  expect(await told(name)).toMatchSnapshot();
});

it('two files with one address, by spelling, ending, case or Unicode form', () => {
  const files = ['2024/Harbour Lights.md', '2024/harbour-lights.txt', 'caf\u00e9.md', 'cafe\u0301.txt', '....md'];
  expect(clashes(files).map(String).join('\n')).toMatchSnapshot();
});

it('a symbolic link that leads out of the content folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-links-'));
  const elsewhere = await mkdtemp(join(tmpdir(), 'broadsheet-elsewhere-'));
  try {
    await mkdir(join(folder, 'articles'));
    await writeFile(join(elsewhere, 'secret.md'), '# Secret\n');
    await symlink(join(elsewhere, 'secret.md'), join(folder, 'articles', 'in.md'));
    await symlink(elsewhere, join(folder, 'articles', 'loop'));
    await symlink(join(folder, 'nowhere.md'), join(folder, 'articles', 'broken.md'));
    const { found, problems } = findArticles(folder);
    expect(found).toEqual([]);
    expect(problems.map(String).sort().join('\n')).toMatchSnapshot();
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(elsewhere, { recursive: true, force: true });
  }
});

it('a folder that is not there is a mistake', () => {
  const { found, problems } = findArticles(join(content, 'nowhere'));
  expect([found, problems.map(({ rule }) => rule)]).toEqual([[], ['no-content-folder']]);
});

it('articles stand at any depth, under every name of Markdown and text; pages of the newspaper are none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-depth-'));
  try {
    const articles = ['a.md', 'articles/b.markdown', 'town/2024/c.mdx', 'town/d.text', '_posts/2024-11-20-e.mdown'];
    const others = ['about.md', 'pages/contact.md', '_drafts/f.md', '.trash/g.md', 'node_modules/x/readme.md'];
    for (const path of [...articles, ...others]) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), 'Text.\n');
    }
    const { found, problems, warnings } = findArticles(folder);
    expect(found.map(({ path }) => path)).toEqual([...articles].sort());
    expect([problems, warnings]).toEqual([[], []]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it('files of other kinds are no articles, and each kind is told once; pictures and hidden files are not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-texts-'));
  try {
    await mkdir(join(folder, 'articles', 'kept'), { recursive: true });
    const told = ['kept/notes.docx', 'notes.DOCX', 'export.json', 'LICENSE'];
    for (const name of [...told, '_aside.docx', '.hidden.html', '~$notes.docx', 'map.png', 'story.md~', 'story.md'])
      await writeFile(join(folder, 'articles', name), 'Text.\n');
    const { found, problems, warnings } = findArticles(folder);
    expect(found.map(({ path }) => path)).toEqual(['articles/story.md']);
    expect(problems).toEqual([]);
    expect(warnings.map(String).sort().join('\n')).toMatchSnapshot();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
