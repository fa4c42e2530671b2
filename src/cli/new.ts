import { stringify } from 'yaml';
import { dayIn } from '../edition/day.ts';
import { contentFolder } from '../build/articles/content-folder.ts';
import { site } from '../site.ts';
import { command, WrongUse } from './terminal/command.ts';
import { placeOf, writeNew } from './terminal/place.ts';

const usage = 'usage: npm run new -- [--force] "Headline"';

/** An article to be written: front matter in place, hidden until `draft` goes. */
function draft(headline: string, day: string): string {
  const stated = stringify({ headline, published: day }, { lineWidth: 0 });
  return `---\n${stated}description:\nsection:\nauthors: []\ntopics: []\ndraft: true\n---\n\n`;
}

const options = { force: { type: 'boolean', default: false } } as const;

await command({ usage, options, names: Infinity }, async ({ values: { force }, positionals }) => {
  const [headline = '', ...more] = positionals.map((name) => name.trim());
  if (headline === '') throw new WrongUse('a headline is missing');
  if (more.length > 0) throw new WrongUse('put the headline in quotation marks');
  const day = dayIn(new Date().toISOString(), site.timeZone);
  const place = placeOf(headline, day);
  if (!(await writeNew(contentFolder(), place, draft(headline, day), force))) {
    console.error(`${place} is there already: --force writes over it`);
    return 1;
  }
  console.log(`${place} is there: write it, and take "draft: true" out when it is done`);
  return 0;
});
