import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, WrongUse } from '../cli/terminal/command.ts';
import { libraries } from './library.ts';
import { measure } from './run.ts';

const usage = `usage: npm run bench:exports -- [COUNT] [NAME…]
  imports a library of COUNT entries (5000) in each form in which services export one, or in those named, and then once
  more: wall clock, processor and memory of both, and the articles written`;

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

await command({ usage, names: Infinity }, async ({ positionals: [count = '5000', ...names] }) => {
  if (!/^[1-9]\d{0,5}$/.test(count)) throw new WrongUse(`COUNT is a number, not "${count}"`);
  console.log(`${'export'.padEnd(16)} ${['MB', 'articles', 'wall', 'processor', 'memory', 'again', 'memory'].map((each) => each.padStart(10)).join('')}`); // prettier-ignore
  for (const { name, bytes } of libraries(Number(count))) {
    if (names.length > 0 && !names.some((each) => name.startsWith(each))) continue;
    const folder = mkdtempSync(join(tmpdir(), 'broadsheet-exports-'));
    try {
      writeFileSync(join(folder, name), bytes);
      const content = join(folder, 'content');
      const once = () => measure([process.execPath, 'src/cli/import.ts', join(folder, name)], '.', { BROADSHEET_CONTENT: content }); // prettier-ignore
      const first = await once();
      const articles = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.md')).length; // prettier-ignore
      const again = await once();
      const cells = [(bytes.length / 1e6).toFixed(1), String(articles), seconds(first.wall), seconds(first.processor), megabytes(first.memory), seconds(again.wall), megabytes(again.memory)]; // prettier-ignore
      console.log(`${name.padEnd(16)} ${cells.map((each) => each.padStart(10)).join('')}`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  return 0;
});
