import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { holds, realPlace } from '../build/folders/mark.ts';
import { site } from '../site.ts';
import { portableSite } from './portable/portable-site.ts';
import { command, WrongUse } from './terminal/command.ts';

const usage = `usage: npm run portable -- [FROM] [TO]
  FROM  the built site (dist)
  TO    the same newspaper for any folder: opened from a disk or a stick, or at any path of any host (dist-portable)`;

await command({ usage, names: 2 }, async ({ positionals }) => {
  const from = resolve(positionals[0] ?? 'dist');
  const to = resolve(positionals[1] ?? 'dist-portable');
  if (!existsSync(join(from, 'index.html')))
    throw new WrongUse(`there is no site in ${positionals[0] ?? 'dist'}: build it first`);
  const [one, other] = [realPlace(from), realPlace(to)];
  if (holds(one, other) || holds(other, one)) throw new WrongUse('one folder stands in the other');
  const { files, pages } = await portableSite(from, to, site);
  console.log(`${pages} pages, ${files} files: open ${join(positionals[1] ?? 'dist-portable', 'index.html')}`);
  return 0;
});
