import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typographic, typographicLine } from './typographic.ts';

describe('typewriter quotes on a page', () => {
  it.each([
    ['<p>"Wait," she said, "it\'s late."</p>', '<p>“Wait,” she said, “it’s late.”</p>'],
    [
      "<p>'Never,' he wrote. The keepers' lamp, the '90s, rock 'n' roll</p>",
      '<p>‘Never,’ he wrote. The keepers’ lamp, the ’90s, rock ’n’ roll</p>',
    ],
    ['<p>"She said \'no\'," he told us.</p>', '<p>“She said ‘no’,” he told us.</p>'],
    ['<p>"<em>No</em>," he said. ("Yes.")</p>', '<p>“<em>No</em>,” he said. (“Yes.”)</p>'],
    ['<p>He was 6\'2" tall, and it rained 5" that day.</p>', '<p>He was 6\'2" tall, and it rained 5" that day.</p>'],
    ['<p>The lamp -- the old one -- went out--twice.</p>', '<p>The lamp — the old one — went out—twice.</p>'],
    ['<p>a --- b</p><p>-----</p><p>x --> y</p>', '<p>a — b</p><p>-----</p><p>x --> y</p>'],
    ['<p>Type <code>"x" -- y</code> "now"</p><pre>"a"</pre>', '<p>Type <code>"x" -- y</code> “now”</p><pre>"a"</pre>'],
    ['<p>"One paragraph</p><p>"and another."</p>', '<p>“One paragraph</p><p>“and another.”</p>'],
    ['<p title="a &quot;b&quot;">&quot;x&quot;</p>', '<p title="a &quot;b&quot;">“x”</p>'],
  ])('%s', (typed, set) => expect(typographic(typed, 'en-GB')).toBe(set));

  it.each([
    ['de', '"Halt", sagte er -- leise', '„Halt“, sagte er – leise'],
    ['fr', '"L\'heure" dit-il', '«\u202fL’heure\u202f» dit-il'],
    ['ru', '"Да", сказал он', '«Да», сказал он'],
    ['ja', '"はい"', '"はい"'],
  ])('as newspapers in %s set them', (language, typed, set) => expect(typographicLine(typed, language)).toBe(set));

  it('change nothing but quotation marks and dashes', () => {
    const bare = (text: string) => text.replace(/["'“”‘’]|&(?:quot|apos|#x22|#x27|#34|#39);|\s?(?:-{2,3}|—)\s?/g, '');
    const word = fc.string({
      unit: fc.constantFrom('a', 'B', ' ', '"', "'", '-', '.', '7', '<b>', '</b>', '<p>'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(word, (text) => {
        expect(bare(typographic(text, 'en'))).toBe(bare(text));
      }),
    );
  });
});
