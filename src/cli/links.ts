import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { site } from '../site.ts';
import { checkLinks } from './link-check.ts';

/** `npm run check:links -- dist`: looks for links, pictures and fragments of a built site that lead nowhere. */
let folder: string;
try {
  const { positionals } = parseArgs({ allowPositionals: true, options: {} });
  if (positionals.length > 1) throw new Error('name one folder');
  folder = positionals[0] ?? 'dist';
  if (!existsSync(folder)) throw new Error(`there is no folder ${folder}: build the site first`);
} catch (error) {
  console.error(`check:links: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(2);
}

const { files, links, broken } = checkLinks(folder, site);
for (const { file, link, reason } of broken) console.error(`${file}  ${link}\n    ${reason}`);
console.log(`${links} links in ${files} files, ${broken.length} broken`);
if (broken.length > 0) process.exitCode = 1;
