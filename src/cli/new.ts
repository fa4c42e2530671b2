import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { dayIn } from '../edition/day.ts';
import { contentFolder } from '../folder.ts';
import { site } from '../site.ts';
import { placeOf, writeNew } from './place.ts';

const usage = 'usage: npm run new -- [--force] "Headline"';

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: {
        force: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowPositionals: true,
    });
    const [headline = '', ...more] = positionals;
    if (!values.help && headline.trim() === '') throw new Error('a headline is missing');
    if (more.length > 0) throw new Error('put the headline in quotation marks');
    return { ...values, headline: headline.trim() };
  } catch (error) {
    console.error(`${(error as Error).message.split('\n')[0]}; ${usage}`);
    return null;
  }
}

/** An article to be written: front matter in place, hidden until `draft` goes. */
function draft(headline: string, day: string): string {
  const stated = stringify({ headline, published: day }, { lineWidth: 0 });
  return `---\n${stated}description:\nsection:\nauthors: []\ntopics: []\ndraft: true\n---\n\n`;
}

const values = readArguments();
if (values === null) process.exitCode = 2;
else if (values.help) console.log(usage);
else {
  const day = dayIn(new Date().toISOString(), site.timeZone);
  const place = placeOf(values.headline, day);
  if (await writeNew(contentFolder(), place, draft(values.headline, day), values.force)) {
    console.log(`${place} is there: write it, and take "draft: true" out when it is done`);
  } else {
    console.error(`${place} is there already: --force writes over it`);
    process.exitCode = 1;
  }
}
