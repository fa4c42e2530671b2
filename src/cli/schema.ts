import { frontMatterSchema } from '../source/front-matter/front-matter-schema.ts';
import { command } from './terminal/command.ts';

const usage = `usage: npm run -s schema > FILE
  prints the JSON Schema of the front matter, for editors that complete and check it`;

await command({ usage }, () => {
  process.stdout.write(`${JSON.stringify(frontMatterSchema(), null, 2)}\n`);
  return 0;
});
