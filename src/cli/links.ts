import { existsSync } from 'node:fs';
import { site } from '../site.ts';
import { command, WrongUse } from './terminal/command.ts';
import { checkLinks } from './link-check.ts';

const usage = `usage: npm run check:links -- [FOLDER]
  FOLDER  a built site (dist), in which links, pictures and fragments that lead nowhere are looked for`;

await command({ usage, names: 1 }, ({ positionals: [folder = 'dist'] }) => {
  if (!existsSync(folder)) throw new WrongUse(`there is no folder ${folder}: build the site first`);
  const { files, links, broken } = checkLinks(folder, site);
  for (const { file, link, reason } of broken) console.error(`${file}  ${link}\n    ${reason}`);
  console.log(`${links} links in ${files} files, ${broken.length} broken`);
  return broken.length > 0 ? 1 : 0;
});
