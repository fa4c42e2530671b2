import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import sharp from 'sharp';
import { benchArticle } from '../../bench/articles.ts';
import type { BuildResult } from '../../build/build.ts';
import { sha256 } from '../../build/cache/digest.ts';
import { root } from '../../build/cache/folders.ts';
import { MARK } from '../../build/folders/mark.ts';

/** How a build in a sandbox ended. */
export interface Ran {
  code: number | null;
  signal: NodeJS.Signals | null;
  stderr: string;
  /** What `--json` told; null where the build told nothing. */
  result: BuildResult | null;
}

/** A copy of the project with a few articles of its own, in which a test may change anything. */
export class Sandbox {
  readonly folder: string;
  /** Wherever the build is told to keep things. */
  readonly keep: string;

  /** @param articles how many articles it begins with */
  constructor(articles: number) {
    this.folder = realpathSync(mkdtempSync(join(tmpdir(), 'broadsheet-')));
    this.keep = join(this.folder, '.broadsheet');
    const skipped = /\.test\.ts$|\/(?:fixtures|__snapshots__|tests)$/;
    cpSync(join(root, 'src'), join(this.folder, 'src'), { recursive: true, filter: (path) => !skipped.test(path) });
    cpSync(join(root, 'public'), join(this.folder, 'public'), { recursive: true });
    for (const file of ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json']) {
      cpSync(join(root, file), join(this.folder, file));
    }
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'), 'junction');
    for (let index = 0; index < articles; index += 1) {
      const { path, text } = benchArticle(index);
      this.write(`content/articles/${path}`, text.replace(/p\d+\.jpg/, `p${index % 2}.jpg`));
    }
  }

  /** Paints the two pictures that the articles name. */
  async paint(): Promise<void> {
    await this.picture('p0.jpg', '#336699');
    await this.picture('p1.jpg', '#996633');
  }

  /** A picture of one colour beside the articles. */
  async picture(name: string, colour: string): Promise<void> {
    const bytes = await sharp({ create: { width: 600, height: 400, channels: 3, background: colour } })
      .jpeg()
      .toBuffer();
    this.write(`content/articles/pictures/${name}`, bytes);
  }

  write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), content);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /** Edits a file; the words must be there. */
  edit(path: string, from: string | RegExp, to: string): void {
    const before = this.read(path);
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${path} has no ${String(from)} to edit`);
    this.write(path, after);
  }

  /**
   * Runs a build.
   *
   * @param killAfter milliseconds after which it is ended with SIGKILL
   * @param blocks    size that no file may pass, in blocks of 512 bytes: a write past it fails as on a full disk
   */
  build(
    flags: readonly string[] = [],
    env: Record<string, string> = {},
    killAfter?: number,
    blocks?: number,
  ): Promise<Ran> {
    return new Promise((done, fail) => {
      const command = [process.execPath, 'src/cli/build.ts', '--json', ...flags];
      const [program = '', ...rest] =
        blocks === undefined ? command : ['sh', '-c', `ulimit -f ${blocks}; exec "$@"`, 'sh', ...command];
      const child = spawn(program, rest, {
        cwd: this.folder,
        env: {
          ...process.env,
          BROADSHEET_KEEP: this.keep,
          BROADSHEET_CONTENT: join(this.folder, 'content'),
          NODE_ENV: '',
          NODE_OPTIONS: '',
          ...env,
        },
      });
      const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
      let stdout = '';
      let stderr = '';
      child.stdout.on('data', (data) => (stdout += String(data)));
      child.stderr.on('data', (data) => (stderr += String(data)));
      child.on('error', fail);
      child.on('close', (code, signal) => {
        clearTimeout(timer);
        done({ code, signal, stderr, result: stdout.startsWith('{') ? (JSON.parse(stdout) as BuildResult) : null });
      });
    });
  }

  /**
   * What a build with nothing kept makes of the sandbox as it is now.
   *
   * @param compile whether code is compiled anew too: it must be where a source was changed
   */
  async clean(compile: boolean): Promise<Map<string, string>> {
    rmSync(join(this.folder, 'clean'), { recursive: true, force: true });
    for (const code of compile ? [] : ['page-bundle', 'workers', MARK]) {
      cpSync(join(this.keep, code), join(this.folder, 'clean/keep', code), { recursive: true });
    }
    const ran = await this.build(['--outDir', 'clean/dist'], { BROADSHEET_KEEP: join(this.folder, 'clean/keep') });
    if (ran.code !== 0) throw new Error(`the clean build failed: ${ran.stderr}`);
    return tree(join(this.folder, 'clean/dist'));
  }

  /** What is published. */
  dist(): Map<string, string> {
    return tree(join(this.folder, 'dist'));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Every file of a folder with the hash of its content. */
export function tree(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return new Map(paths.map((path) => [relative(folder, path), sha256(readFileSync(path))]));
}

/** The paths at which two trees differ. */
export function difference(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path)).sort();
}
