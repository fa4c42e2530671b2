import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { command, WrongUse } from '../cli/terminal/command.ts';
import { differences } from './compare-folders.ts';

const usage = `usage: npm run compare -- REVISION [FOLDER…]
  REVISION  what the working tree is compared with: main, HEAD, a commit
  FOLDER    content to build: a content folder, or any folder of .md and .txt files (content)
  builds each content with both, and names every file that differs in more than styles and hashed names. For a change
  that is to change nothing; the exit code is 1 where something differs.`;

/** Runs a program that makes a file or folder; what it says is shown where it fails. */
function run(program: string, args: string[], cwd: string, env: Record<string, string> = {}, made = cwd): void {
  const { status, stderr, error } = spawnSync(program, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  // 1: some articles have mistakes; the others were built.
  if (error || (status !== 0 && status !== 1) || !existsSync(made))
    throw new WrongUse(`${program} ${args.join(' ')}: ${error ?? stderr}`);
}

/** The tree of a revision in a folder of its own, with this one's packages. */
function checkOut(revision: string, temporary: string): string {
  const tree = join(temporary, 'revision');
  mkdirSync(tree);
  const archive = join(temporary, 'revision.tar');
  run('git', ['archive', '--format=tar', '-o', archive, revision], process.cwd());
  run('tar', ['-xf', archive, '-C', tree], temporary);
  symlinkSync(resolve('node_modules'), join(tree, 'node_modules'), 'junction');
  return tree;
}

/** A content folder of what a folder holds: itself, or its texts as articles. */
function contentOf(folder: string, into: string): string {
  if (existsSync(join(folder, 'articles'))) return resolve(folder);
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:md|txt)$/.test(name));
  if (texts.length === 0) throw new WrongUse(`${folder} holds no texts`);
  for (const name of texts) cpSync(join(folder, name), join(into, 'articles', name));
  return into;
}

await command({ usage, names: Infinity }, ({ positionals: [revision, ...folders] }) => {
  if (revision === undefined) throw new WrongUse('no revision was named');
  const temporary = mkdtempSync(join(tmpdir(), 'broadsheet-compare-'));
  try {
    const trees = [checkOut(revision, temporary), process.cwd()];
    let differing = 0;
    for (const [index, folder] of (folders.length > 0 ? folders : ['content']).entries()) {
      const content = contentOf(folder, join(temporary, `content-${index}`));
      const [before, after] = trees.map((tree, turn) => {
        const outDir = join(temporary, `out-${index}-${turn}`);
        const args = ['src/cli/build.ts', '--outDir', outDir, '--keep-going'];
        run(
          process.execPath,
          args,
          tree,
          { BROADSHEET_CONTENT: content, BROADSHEET_KEEP: join(temporary, `cache-${turn}`) },
          outDir,
        );
        return outDir;
      });
      const { files, found } = differences(before!, after!);
      console.log([`${folder}: ${files} files, ${found.length} differ`, ...found].join('\n  '));
      differing += found.length;
    }
    return differing > 0 ? 1 : 0;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
});
