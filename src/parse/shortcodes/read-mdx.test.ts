import { describe, expect, test } from 'vitest';
import { pipeline } from '../../render/fixtures/pipeline.ts';
import { readMdx } from './read-mdx.ts';

const read = (text: string) => readMdx(text)?.text.trim() ?? text;

describe('MDX', () => {
  test.each([
    ["import Chart from './chart.tsx'\n\nText.", 'Text.'],
    ["import {\n  A,\n  B\n} from 'x';\nexport const year = 2024;\n\nText.", 'Text.'],
    ["export const meta = {\n  title: 'x',\n}\n\nText.", 'Text.'],
    ['The <Chart year={year} style={{ a: { b: 1 } }} /> rose.', 'The  rose.'],
    ['<Tabs>\n<Tab title="One">First.</Tab>\n</Tabs>', 'First.'],
    ['<>Words</>', 'Words'],
    ['<YouTube id="w7Ft2ymGmfc" />', '<https://www.youtube.com/watch?v=w7Ft2ymGmfc>'],
    ['import boat from \'./boat.jpg\'\n\n<Image src={boat} alt="A boat" />', '![A boat](<./boat.jpg>)'],
    ['<Callout type="warning">\nBoil **water**.\n</Callout>', ':::note\nBoil **water**.\n:::'],
    ['Said{" "}so: {\'yes\'}.', 'Said so: yes.'],
    ['<div className="x" style={{ color: "red" }}>Red</div>', '<div className="x">Red</div>'],
    ['Importers import {things}, and 3 < 4 > 2.', 'Importers import {things}, and 3 < 4 > 2.'],
    ["```js\nimport x from 'y'\n<Chart/>\n```", "```js\nimport x from 'y'\n<Chart/>\n```"],
    ['Use `<Chart/>` and `{year}`.', 'Use `<Chart/>` and `{year}`.'],
  ])('%s', (text, instead) => {
    expect(read(text)).toBe(instead);
  });
});

test('what was left out is told once, with its line, and nothing of it is on the page', () => {
  const body = "import Chart from './chart.tsx'\n\n<Chart of={2024} />\n\n<Tabs>\n  Snow fell in {year}.\n</Tabs>";
  const { parsed, html } = pipeline('a.mdx', `---\nheadline: H\npublished: 2024-11-20\n---\n${body}\n`, 'every');
  expect(html).toContain('<p>Snow fell in {year}.</p>');
  expect(html).not.toMatch(/chart|tabs|import/i);
  expect(parsed.warnings.map(({ line, message }) => `${line} ${message}`)).toEqual([
    '5 No code of MDX runs here: left out: <Chart>, <Tabs>; shown as they are: {year}. The text between components stays.',
  ]);
  expect(parsed.repairs.map(({ removed }) => removed)).toContain("import Chart from './chart.tsx'");
});
