import { describe, expect, test } from 'vitest';
import { parseText } from '../parse.ts';

const read = (text: string) => parseText('a.txt', text, { timeZone: 'UTC', language: 'en' });

/** Three paragraphs of a story: a short one leads, where a headline is hardest to tell from it. */
const stories = {
  en: ['The bridge is shut.', 'Engineers found a crack in the western pier on Friday, and nobody may cross.', 'It rained.'],
  de: ['Die Brücke ist zu.', 'Am Freitag fanden Prüfer einen Riss im westlichen Pfeiler, und niemand darf hinüber.', 'Es regnete.'],
  ja: ['橋は閉じられた。', '技師が金曜日に西の橋脚でひびを見つけ、誰も渡れない。', '雨が降った。'],
  ar: ['أغلق الجسر.', 'عثر المهندسون يوم الجمعة على شق في الدعامة الغربية ولا يسمح لأحد بالعبور.', 'هطل المطر.'],
  hi: ['पुल बंद है।', 'शुक्रवार को इंजीनियरों ने पश्चिमी खंभे में दरार पाई और कोई पार नहीं कर सकता।', 'बारिश हुई।'],
} as const; // prettier-ignore

describe('however short, the line above the date or the byline, or the first line, is the headline', () => {
  const headlines = [
    ['en', 'Bridge shut', 'Dec 6, 2024'],
    ['en', 'Crack', 'Dec 6, 2024'],
    ['en', 'Engineers shut bridge', 'Dec 6, 2024'],
    ['de', 'Brücke zu', '6. Dezember 2024'],
    ['ja', '橋', '2024年12月6日'],
    ['ar', 'إغلاق الجسر', '6 ديسمبر 2024'],
    ['hi', 'पुल बंद', '6 दिसंबर 2024'],
  ] as const;
  const heads: [string, (headline: string, date: string) => string][] = [
    ['above the date', (headline, date) => `${headline}\n\n${date}`],
    ['alone', (headline) => headline],
    ['below the way to the page', (headline, date) => `Home\nWorld\n${headline}\n\n${date}`],
    ['below a path', (headline, date) => `Home > World\n${headline}\n${date}`],
    ['above the section', (headline, date) => `${headline}\n\nWorld\n${date}`],
    ['below the name of a newspaper', (headline, date) => `The Averill Post\n\n${headline}\n\n${date}`],
  ];
  const orders = [[0, 1], [0, 2, 1], [1, 0, 2], [2, 0, 1]]; // prettier-ignore
  test.each(headlines)('%s: %s', (language, headline, date) => {
    for (const [name, head] of heads)
      for (const order of orders) {
        const story = order.map((index) => stories[language][index]).join('\n\n');
        expect(read(`${head(headline, date)}\n\n${story}\n`).headline, `${name}, ${order.join()}`).toBe(headline);
      }
  });

  test('its section stays the section, its byline the byline', () => {
    expect(read(`World\n\nBridge shut\n\nBy Jo Marsh\nDec 6, 2024\n\n${stories.en.join('\n\n')}\n`)).toMatchObject({
      headline: 'Bridge shut',
      section: 'World',
      authors: ['Jo Marsh'],
    });
    expect(read(`Bridge Shut\n\nJo Marsh\nDec 6, 2024\n\n${stories.en.join('\n\n')}\n`).headline).toBe('Bridge Shut');
  });
});

test('a headline that ends in a full stop stays one below a line of its own', () => {
  const headline = 'The bridge at Averill is shut. Its engineers have a plan.';
  const text = `Small Business\n${headline}\nJo Marsh\nDec 6, 2024\n\n${stories.en.join('\n\n')}\n`;
  expect(read(text)).toMatchObject({ headline, section: 'Small Business' });
});
