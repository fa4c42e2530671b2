import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';

/**
 * Articles for measuring, shaped like real ones: about 700 words, a tweet in every third, a picture with
 * caption and credit in every fifth, links to elsewhere and to each other, sections, topics, authors and
 * dates over ten years. The same number gives the same files.
 */

const sections = ['World', 'Politics', 'War', 'Business', 'Science', 'Culture', 'Sport', 'Opinion'];
const towns = ['Port Merrow', 'Ostrava', 'Lagos', 'Quito', 'Aarhus', 'Nagoya', 'Tartu', 'Winnipeg', 'Porto', 'Bergen'];
const people = [
  'Mara Lindqvist',
  'Gil Penhallow',
  'Ines Calloway',
  'Tomas Reyes',
  'Ada Okafor',
  'Jun Tanaka',
  'Lena Fischer',
  'Omar Haddad',
];
const agencies = ['AFP', 'Reuters', 'AP', 'Getty Images'];
const words = (
  'the harbour council minister ship treaty river market winter report engine school border railway court price ' +
  'harvest signal bridge island vote budget street window letter number season station witness column paper ' +
  'said told wrote found began opened closed moved carried held made asked answered counted measured agreed refused ' +
  'new old long early late quiet public open small large northern southern first last careful uncertain ' +
  'of in on at by with from under over between after before against during without and but while because although ' +
  'a an its their this that every another each several few most'
).split(' ');
const TOPICS = 60;
/** Pictures that the articles share. */
const PICTURES = 24;

/** A stream of numbers from 0 up to 1 that a seed decides (mulberry32). */
function stream(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * One article as Markdown.
 *
 * @param index from 0; the same index gives the same text
 */
export function benchArticle(index: number): { path: string; text: string } {
  const next = stream(index * 7919 + 17);
  const below = (most: number) => Math.floor(next() * most);
  const pick = <Each>(from: readonly Each[]): Each => from[below(from.length)] as Each;
  const sentence = () => {
    const text = Array.from({ length: 9 + below(14) }, () => pick(words)).join(' ');
    return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
  };
  const paragraph = () => Array.from({ length: 3 + below(3) }, sentence).join(' ');
  const day = new Date(Date.UTC(2016, 0, 1 + ((index * 37) % 3650), below(24), below(60)));
  const headline = `${pick(towns)} ${pick(words)} ${pick(words)} ${pick(words)}, number ${index}`;
  const parts = Array.from({ length: 12 }, paragraph);
  parts.splice(2, 0, `${sentence()} [The report](https://news.example/${index}/report) ${pick(words)} ${pick(words)}.`);
  if (index > 0)
    parts.splice(
      6,
      0,
      `${sentence()} See [an earlier story](/articles/${benchPath(below(index)).replace(/\.md$/, '/')}).`,
    );
  parts.splice(4, 0, `## ${pick(towns)} and the ${pick(words)}`);
  if (index % 3 === 0) {
    const [name, date] = [pick(people), day.toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' })];
    const handle = name.replace(' ', '_');
    parts.splice(
      3,
      0,
      `> ${sentence()} pic.twitter.com/a${index}\n>\n> — ${name} (@${handle}) [${date}](https://x.com/${handle}/status/${statusId(day)})`,
    );
  }
  if (index % 5 === 0) {
    parts.splice(
      5,
      0,
      `![${sentence()}](${'../'.repeat(2)}pictures/p${below(PICTURES)}.jpg)\n${sentence()} ${pick(people).toUpperCase()}/${pick(agencies)}`,
    );
  }
  const front = [
    `headline: ${JSON.stringify(headline)}`,
    `published: ${day.toISOString().slice(0, 16)}Z`,
    `section: ${pick(sections)}`,
    `topics: [Topic ${below(TOPICS)}, Topic ${below(TOPICS)}]`,
    `authors: [${pick(people)}]`,
  ];
  return { path: benchPath(index), text: `---\n${front.join('\n')}\n---\n\n${parts.join('\n\n')}\n` };
}

/** A status of that moment: X's numbers hold the milliseconds since 4 November 2010. */
const statusId = (day: Date): bigint => BigInt(day.getTime() - 1288834974657) << 22n;

/** Folders of a thousand or fewer, as a person would keep them. */
const benchPath = (index: number): string =>
  `${2016 + (index % 10)}/${String(Math.floor(index / 10) % 12).padStart(2, '0')}/story-${index}.md`;

/**
 * Writes a content folder.
 *
 * @param content the folder, in which `articles/` is made
 * @param count   how many articles
 */
export async function writeBenchArticles(content: string, count: number): Promise<void> {
  const top = join(content, 'articles');
  for (let index = 0; index < count; index += 1) {
    const { path, text } = benchArticle(index);
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), text);
  }
  mkdirSync(join(top, 'pictures'), { recursive: true });
  for (let index = 0; index < PICTURES; index += 1)
    writeFileSync(join(top, 'pictures', `p${index}.jpg`), await picture(index));
}

/** A picture with enough in it to be worth scaling: overlapping coloured fields. */
async function picture(index: number): Promise<Buffer> {
  const next = stream(index + 99);
  const fields = Array.from({ length: 40 }, () => {
    const [x, y, r, hue] = [next() * 1200, next() * 800, 20 + next() * 200, Math.floor(next() * 360)];
    return `<circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="${r.toFixed(0)}" fill="hsl(${hue} 50% 55%)" opacity="0.6"/>`;
  });
  return sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800">${fields.join('')}</svg>`),
  )
    .jpeg({ quality: 80 })
    .toBuffer();
}
