import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { root } from '../../build/cache/folders.ts';

const execute = promisify(execFile);

interface Answer {
  code?: number;
  stdout: string;
  stderr: string;
}

const call = (command: string, args: string[], env = {}): Promise<Answer> =>
  execute(
    process.execPath,
    [join(root, `src/${command.startsWith('bench') ? command : `cli/${command}`}.ts`), ...args],
    {
      env: { ...process.env, NODE_OPTIONS: '', ...env },
    },
  ).catch((error: unknown) => error as Answer);

/** The commands of package.json that are this project's own, by their modules. */
const commands = Object.values(
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts,
).flatMap((script) => /^node src\/cli\/needs-node\.mjs && node src\/cli\/([\w-]+)\.ts$/.exec(script)?.[1] ?? []);

describe.concurrent.each(commands)('%s', (command) => {
  test('tells how it is called, on standard output', async () => {
    expect(await call(command, ['--help'])).toEqual({
      stdout: expect.stringMatching(/^usage: npm (?:run|start)/),
      stderr: '',
    });
  }, 30_000);

  test('ends with 2 and the way it is called where it does not know an option', async () => {
    expect(await call(command, ['--nope'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^[^\n]*--nope[^\n]*\nusage: npm (?:run|start)/),
    });
  }, 30_000);
});

test.concurrent.each(['start', 'dev'])(
  '%s is told of a PORT that is none',
  async (command) => {
    const { code, stderr } = await call(command, [], { PORT: 'http' });
    expect([code, stderr.split('\n')[0]]).toEqual([2, 'PORT takes a number from 0 to 65535']);
  },
  30_000,
);

test.concurrent.each([
  ['build', ['--workers', '0'], '--workers takes a number from 1 to 99'],
  ['build', ['one'], '"one" is more than this takes'],
  ['check', ['file.md'], '"file.md" is more than this takes'],
  ['import', [], 'no file was named'],
  ['new', [], 'a headline is missing'],
  ['new', ['two', 'words'], 'put the headline in quotation marks'],
  ['epub', ['--newest', 'all'], '--newest takes a number from 1 to 9999'],
  ['hosting', ['apache'], 'name a server: nginx or caddy'],
  ['compress', ['no/such/folder'], 'there is no folder no/such/folder: build the site first'],
  ['links', ['no/such/folder'], 'there is no folder no/such/folder: build the site first'],
  ['bench/bench', ['many'], '"many" is not a number of articles'],
  ['bench/recognise', ['a', 'b'], '"b" is more than this takes'],
])(
  '%s %j is told what is wrong with it',
  async (command, args, complaint) => {
    const { code, stdout, stderr } = await call(command, args);
    expect([code, stdout, stderr.split('\n')[0]]).toEqual([2, '', complaint]);
  },
  30_000,
);
