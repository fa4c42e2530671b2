import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { serveFolder, type Served } from '../../tests/serve.ts';
import { it } from '../../tests/reader.ts';

/** Words as people write them find words as articles write them, whatever the script. */

const texts: Record<string, { language: string; headline: string; text: string }> = {
  fr: {
    language: 'fr',
    headline: 'L’écluse d’Arlon rouvre',
    text: 'Aujourd’hui l’équipe d’entretien a rouvert l’écluse. Le chef-d’œuvre tient au cœur du canal.',
  },
  it: { language: 'it', headline: 'Il ponte dell’acqua', text: 'Nell’autunno dell’anno scorso il ponte fu chiuso.' },
  names: {
    language: 'en',
    headline: 'Four keepers of one lamp',
    text: 'Łucja Kędra, Bjørn Ås, Þóra of Þingnes and Müller kept it. O’Malley wrote of rock ’n’ roll in C# and C++.',
  },
  print: {
    language: 'en',
    headline: 'The ﬁnal ﬂag',
    text: 'The code read ＫＺ４, the har\u00adbour-master said; F-17 and COVID-19 were on the list. The re-opening is near.',
  },
  de: { language: 'de', headline: 'Die Straße zum Hafen', text: 'Die Schiffe fuhren über den Kanal.' },
  ar: {
    language: 'ar',
    headline: 'المدينة تفتح الميناء',
    text: 'أعلنت المدينة عن إصلاح الجسر في القاهرة وقال الحارس.',
  },
  fa: { language: 'fa', headline: 'پل تازه‌ای در بندر', text: 'کشتی از بندر گذشت و کتاب به کتابخانه رسید.' },
  he: { language: 'he', headline: 'הנמל נפתח', text: 'המגדלור דולק שוב.' },
  ja: { language: 'ja', headline: '新しい灯台の船', text: '港のデータを集めた。' },
  zh: { language: 'zh', headline: '港口重新开放', text: '渡轮每天都开往小岛。' },
  ko: { language: 'ko', headline: '항구가 다시 열렸다', text: '등대지기는 기뻐했다.' },
  hi: { language: 'hi', headline: 'बंदरगाह फिर खुला', text: 'नाव किनारे पर है।' },
  tr: { language: 'tr', headline: 'İskele ılık sabah açıldı', text: 'Gemi dışarı çıktı.' },
  vi: { language: 'vi', headline: 'Bến cảng mở lại', text: 'Con đường ra đảo.' },
  ru: { language: 'ru', headline: 'Паром ещё ходит', text: 'Порт открыт в Йод-Граде.' },
  el: { language: 'el', headline: 'Το λιμάνι άνοιξε', text: 'Ο Οδυσσεύς γύρισε.' },
};

/** Article, then what is typed. */
const asked: [string, string[]][] = [
  ['fr', ['écluse', 'ecluse', "l'écluse", 'L’ECLUSE', 'Arlon', 'equipe', "aujourd'hui", 'coeur', 'œuvre', 'oeuvre']],
  ['it', ['acqua', 'anno', 'autunno', "dell'acqua"]],
  [
    'names',
    ['lucja', 'Kedra', 'bjorn', 'Bjørn', 'As', 'thora', 'Thingnes', 'Mueller', 'muller', 'OMalley', "O'Malley"],
  ],
  ['names', ['rock ’n’ roll', "rock 'n' roll", 'C#', 'c++', '"kept it"']],
  [
    'print',
    ['final', 'ﬂag', 'flag', 'KZ4', 'harbour', 'harbourmaster', 'f17', 'F-17', 'covid', 'covid19', 'reopening'],
  ],
  ['de', ['strasse', 'Straße', 'Hafens', 'Schiff', 'KANAL']],
  ['ar', ['المدينة', 'مدينة', 'مدينه', 'ميناء', 'اصلاح', 'القاهره']],
  ['fa', ['تازه ای', 'تازه‌ای', 'كتاب', 'کشتی']],
  ['he', ['הנמל', 'נמל', 'מגדלור']],
  ['ja', ['灯台', '台の船', 'データ', '船']],
  ['zh', ['渡轮', '每天都', '港口', '岛']],
  ['ko', ['항구', '항구가', '등대']],
  ['hi', ['बंदरगाह', 'नाव']],
  ['tr', ['iskele', 'ilik', 'ILIK', 'disari', 'İskele']],
  ['vi', ['ben cang', 'duong', 'đường']],
  ['ru', ['паром', 'еще', 'Ещё', 'йод-град']],
  ['el', ['λιμανι', 'ΛΙΜΑΝΙ', 'οδυσσευς']],
];

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-folded-'));
let server: Served;

beforeAll(async () => {
  mkdirSync(join(folder, 'content', 'articles'), { recursive: true });
  for (const [name, { language, headline, text }] of Object.entries(texts))
    writeFileSync(
      join(folder, 'content', 'articles', `${name}.md`),
      `---\nheadline: "${headline}"\npublished: 2024-11-20\nlanguage: ${language}\n---\n\n${text}\n`,
    );
  await promisify(execFile)(process.execPath, ['src/cli/build.ts', '--outDir', join(folder, 'site')], {
    cwd: fileURLToPath(new URL('../../../', import.meta.url)),
    env: {
      ...process.env,
      BROADSHEET_CONTENT: join(folder, 'content'),
      BROADSHEET_KEEP: join(folder, 'keep'),
      NODE_ENV: 'production',
    },
    maxBuffer: 1e8,
  });
  server = await serveFolder(join(folder, 'site'));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function look(page: Page, words: string): Promise<string[]> {
  await page.fill('#search-words', words);
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    ([wanted]) =>
      new URLSearchParams(location.search).get('q') === wanted && !document.querySelector('#search-results[aria-busy]'),
    [words],
  );
  return page.$$eval('.result', (results) =>
    results.map((result) => (result as HTMLElement).dataset['articleId'] ?? ''),
  );
}

it('finds what is meant', async ({ page }) => {
  await page.goto(`${server.url}/search/`);
  const missed: string[] = [];
  for (const [name, questions] of asked)
    for (const question of questions)
      if (!(await look(page, question)).includes(name)) missed.push(`${name}: ${question}`);
  expect(missed).toEqual([]);
});

it('marks it in the results, in every script', async ({ page }) => {
  await page.goto(`${server.url}/search/`);
  for (const [question, marks] of [
    ['equipe', ['l’équipe']],
    ['渡轮', ['渡轮']],
    ['데이터', []],
    ['harbour', ['har\u00adbour-master']],
    ['الحارس', ['الحارس']],
  ] as const) {
    await look(page, question);
    expect(await page.$$eval('.result mark', (all) => all.map(({ textContent }) => textContent))).toEqual(marks);
  }
});

it('finds nothing that is not there', async ({ page }) => {
  await page.goto(`${server.url}/search/`);
  for (const question of ['eclosion', 'ferry', 'مدن', '船船', '항만', 'lamps of gold', '"it kept"', '—', '!!'])
    expect(await look(page, question), question).toEqual([]);
});
