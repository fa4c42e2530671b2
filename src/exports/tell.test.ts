import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFailure } from './item.ts';
import { Refused } from './refused.ts';
import { tell } from './tell.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));

/** What is said of a file: what it is, or why it is refused. */
function said(file: Uint8Array): string {
  try {
    const told = tell(file);
    return told.kind === 'export' ? `export: ${told.name}` : told.kind === 'page' ? `page: ${told.form}` : 'text';
  } catch (error) {
    if (error instanceof Refused) return `refused: ${error.message}`;
    throw error;
  }
}

describe('what is no export is told in one line', () => {
  test.each([
    ['a PDF', bytes('%PDF-1.7\n%âãÏÓ\n'), /it is a PDF document: /],
    ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]), /a picture \(PNG\)/],
    ['a JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]), /a picture \(JPEG\)/],
    ['a WebP', bytes('RIFF\0\0\0\0WEBPVP8 '), /a picture \(WebP\)/],
    [
      'a Word document',
      zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'word/document.xml': strToU8('<x/>') }),
      /a Word document/,
    ],
    ['an old Word document', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0, 0]), /an Office document/],
    ['RTF', bytes('{\\rtf1\\ansi Hello}'), /a document \(RTF\)/],
    [
      'an e-book',
      zipSync({ mimetype: strToU8('application/epub+zip'), 'META-INF/container.xml': strToU8('<x/>') }),
      /an e-book/,
    ],
    [
      'a zip of anything',
      zipSync({ 'a.bin': strToU8('x'), 'b.bin': strToU8('y') }),
      /a zip of 2 files that is no export/,
    ],
    ['a broken zip', zipSync({ 'metadata_0_to_1.json': strToU8('[]') }).subarray(0, 60), /broken or cut off/],
    ['an empty list', bytes('[]'), /an empty list/],
    ['JSON of another kind', bytes('{"name":"x","dependencies":{}}'), /JSON of an unknown form/],
    ['a list of another kind', bytes('[{"a":1}]'), /JSON of an unknown form/],
    ['a number', bytes('[1, 2]'), /JSON of an unknown form/],
    ['JSON that is cut off', bytes('[{"title":"x","url":"https://a.example/","conte'), /broken or cut off/],
    ['a list of feeds', bytes('<?xml version="1.0"?><opml version="2.0"><body/></opml>'), /a list of feeds \(OPML\)/],
    [
      'other XML',
      bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
      /XML of an unknown form \(<svg>\)/,
    ],
    [
      'a table of something else',
      bytes('name,age,town\nAnn,30,Averill\nBo,31,Averill\n'),
      /columns \(name, age, town\) name no address/,
    ],
    [
      'Latin 1',
      new Uint8Array([...bytes('title,url,time_added,tags,status\nCaf'), 0xe9, ...bytes(',https://a.example/,1,,\n')]),
      /no UTF-8 \(byte 0xE9 at offset 36\)/,
    ],
    [
      'an unknown encoding',
      bytes('<?xml version="1.0" encoding="x-klingon"?><rss/>'),
      /encoding \("x-klingon"\) is unknown/,
    ],
    ['a NUL in a text', bytes('A story\0 with a hole'), /no text/],
  ])('%s', (_, file, expected) => {
    const line = said(file);
    expect(line).toMatch(/^refused: /);
    expect(line).toMatch(expected);
    expect(line).not.toContain('\n');
  });
});

describe('what is a text or a page is left to those who read these', () => {
  test.each([
    ['a pasted text', 'Harbour reopens\n\nIt was late.\n', 'text'],
    ['a text that begins with commas', 'Boats, lights, rain\n\nIt was late.\n', 'text'],
    ['a text whose first line names columns', 'Link, tags and other words\n\nIt was late, and dark.\n', 'text'],
    ['Markdown that begins with a link', '[A link](https://a.example/) and more.\n', 'text'],
    ['Markdown that begins with a wiki link', '[[Harbour]] is a page.\n', 'text'],
    ['Markdown with front matter in JSON', '{\n  "title": "x"\n}\n\nIt was late.\n', 'text'],
    ['Markdown that begins with HTML', '<div align="center">Hello</div>\n\n# A headline\n', 'page: fragment'],
    ['a page', '<!DOCTYPE html>\n<html><head><title>x</title></head><body><p>One</p></body></html>', 'page: html'],
    [
      'XHTML',
      '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html/>',
      'page: html',
    ],
    [
      'MHTML',
      'From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html"\n\n',
      'page: mhtml',
    ],
  ])('%s', (_, text, expected) => expect(said(bytes(text))).toBe(expected));
});

describe('an export is told by its content', () => {
  const row = 'title,url,time_added,tags,status\r\nCafé,https://a.example/,1700000000,,unread\r\n';
  test.each([
    ['with a byte order mark', bytes(`\uFEFF${row}`)],
    ['in UTF-16, as spreadsheets save it', utf16(row)],
    ['with semicolons', bytes(row.replaceAll(',', ';'))],
    ['with tabs', bytes(row.replaceAll(',', '\t'))],
    [
      'with its columns in another order and case',
      bytes('URL,Title,Tags,Time_Added\nhttps://a.example/,Café,,1700000000\n'),
    ],
    ['alone in a zip', zipSync({ 'pocket/': new Uint8Array(), 'pocket/part_000000.csv': strToU8(row) })],
  ])('Pocket %s', (_, file) => {
    const told = tell(file);
    const [first] = told.kind === 'export' ? [...told.entries] : [];
    expect(first).toMatchObject({ address: 'https://a.example/', headline: 'Café', saved: '2023-11-14T22:13:20.000Z' });
  });

  test.each([
    ['a shortcut of Windows', '[InternetShortcut]\r\nURL=https://a.example/story\r\nIconIndex=0\r\n'],
    [
      'a shortcut of a Mac',
      '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "x">\n<plist version="1.0">\n<dict>\n\t<key>URL</key>\n\t<string>https://a.example/story</string>\n</dict>\n</plist>\n',
    ],
  ])('%s leads to a page', (_, text) => {
    const told = tell(bytes(text));
    expect(told.kind === 'export' && [...told.entries]).toMatchObject([{ address: 'https://a.example/story' }]);
  });

  test('several exports in one zip are read one after the other, and what is none is told', () => {
    const feed = '{"version":"https://jsonfeed.org/version/1","items":[{"url":"https://a.example/2","title":"Two"}]}';
    const told = tell(
      zipSync({ 'a/pocket.csv': strToU8(row), 'b.json': strToU8(feed), 'readme.txt': strToU8('Hello') }),
    );
    expect(told).toMatchObject({ kind: 'export', name: 'a zip with a Pocket export (CSV) and a JSON Feed' });
    const entries = told.kind === 'export' ? [...told.entries] : [];
    expect(entries.map((each) => (isFailure(each) ? each.why : each.headline))).toEqual(['Café', 'Two', 'it is no export that is known']); // prettier-ignore
  });

  test('a feed in Latin 1 that says so is read in Latin 1', () => {
    const feed =
      '<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"><channel><item><title>Caf\xe9</title><link>https://a.example/</link></item></channel></rss>';
    const told = tell(new Uint8Array(Buffer.from(feed, 'latin1')));
    expect(told.kind === 'export' && [...told.entries][0]).toMatchObject({ headline: 'Café' });
  });
});

describe('hostile files', () => {
  test('a zip that unpacks to more than an archive may hold is refused before it is unpacked', () => {
    const zip = zipSync({ 'metadata_0_to_1.json': strToU8('[]') });
    const list = zip.lastIndexOf(0x01) >= 0 ? Buffer.from(zip).indexOf(Buffer.from([0x50, 0x4b, 1, 2])) : -1;
    new DataView(zip.buffer, zip.byteOffset).setUint32(list + 24, 0xfffffff0, true);
    expect(said(zip)).toMatch(/unpacks to more than/);
  });

  test('names in a zip that climb out of a folder are keys like any other', () => {
    const zip = zipSync({
      'metadata_0_to_1.json': strToU8(JSON.stringify([{ slug: '../../../etc/passwd', title: 'x', url: 'https://a.example/', savedAt: '2024-01-30T12:50:00Z', labels: [] }])),
      'content/../../../etc/passwd.html': strToU8('<p>Inside the zip.</p>'),
    }); // prettier-ignore
    const told = tell(zip);
    const [first] = told.kind === 'export' ? [...told.entries] : [];
    expect(first && !isFailure(first) && first.text?.value).toBe('<p>Inside the zip.</p>');
  });

  test('entities of XML are not expanded', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "&a;&a;&a;&a;">]><rss version="2.0"><channel><item><title>&b;</title><link>https://a.example/</link></item></channel></rss>`;
    const told = tell(bytes(bomb));
    expect(told.kind === 'export' && [...told.entries][0]).toMatchObject({ headline: '&b;' });
  });

  test('XML and HTML that nest ten thousand deep are refused or told, and nothing breaks', () => {
    const deep = (name: string) => `<${name}>`.repeat(10_000);
    expect(said(bytes(`<?xml version="1.0"?><rss>${deep('a')}`))).toMatch(/nests elements more than 400 deep/);
    const told = tell(bytes(`<!DOCTYPE NETSCAPE-Bookmark-file-1>${deep('DL')}`));
    expect(() => told.kind === 'export' && [...told.entries]).not.toThrow(RangeError);
  });

  test('more rows than an import takes are refused', () => {
    const rows = 'url,title,time_added,tags\n' + 'https://a.example/,x,1,\n'.repeat(100_001);
    expect(said(bytes(rows))).toMatch(/more than 100000 rows/);
  });

  test('keys such as __proto__ are keys like any other', () => {
    const list =
      '[{"title":"x","url":"https://a.example/","content":"","is_archived":0,"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}]';
    const told = tell(bytes(list));
    expect(told.kind === 'export' && [...told.entries]).toHaveLength(1);
    expect(said(bytes('__proto__,url,constructor\n1,https://a.example/,2\n'))).toBe('export: a table of links (CSV)');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('a feed that is cut off gives what it has, and a word on the rest', () => {
    const told = tell(
      bytes(
        '<rss version="2.0"><channel><item><title>One</title><link>https://a.example/</link></item><item><title>Tw',
      ),
    );
    const entries = told.kind === 'export' ? [...told.entries] : [];
    expect(entries.map((entry) => (isFailure(entry) ? 'failure' : entry.headline))).toEqual(['One', 'Tw', 'failure']);
  });

  test('whatever a file holds, it is told or refused, and its entries are items or failures', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constantFrom('title,url,tags,time_added\n', 'https://a.example/x', '[{"title":1,"url":[],"content":{},"is_archived":', '{"bookmarks":[{"content":{},"createdAt":"x"}', ']}', '<rss>', '<feed>', '<item>', '</item>', '<!DOCTYPE NETSCAPE-Bookmark-file-1>', '<a href=', '<![CDATA[', '"', ',', '\n', '\0', 'PK\x03\x04'),
    ); // prettier-ignore
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        try {
          const told = tell(bytes(pieces.join('')));
          if (told.kind === 'export') for (const entry of told.entries) expect(typeof entry.place).toBe('string');
        } catch (error) {
          expect(error).toBeInstanceOf(Refused);
        }
      }),
      { numRuns: 400 },
    );
  });
});
