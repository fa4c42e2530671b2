import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pipeline } from '../../render/fixtures/pipeline.ts';
import { readShortcodes } from './read-shortcodes.ts';

const read = (text: string) => readShortcodes(text)?.text ?? text;

describe('Hugo', () => {
  test.each([
    [
      '{{< figure src="a.jpg" title="A boat" caption="At dawn" attr="Ann Lee" >}}',
      '<figure><img src="a.jpg" alt=""><figcaption>A boat. At dawn (Ann Lee)</figcaption></figure>',
    ],
    ['Words {{< figure src="my boat.jpg" alt="A boat" >}} more', 'Words ![A boat](<my boat.jpg>) more'],
    ['{{< youtube w7Ft2ymGmfc >}}', '<https://www.youtube.com/watch?v=w7Ft2ymGmfc>'],
    ['{{< youtube id="w7Ft_y_mf" autoplay="true" >}}', '<https://www.youtube.com/watch?v=w7Ft_y_mf>'],
    ['{{< vimeo 146022717 >}}', '<https://vimeo.com/146022717>'],
    ['{{< tweet user="ann" id="1453110110599868418" >}}', '<https://x.com/ann/status/1453110110599868418>'],
    ['{{< x 1453110110599868418 >}}', '<https://x.com/i/status/1453110110599868418>'],
    ['[a]({{< ref "/news/a b.md#part" >}}) [b]({{% relref "tide" %}})', '[a](/news/a%20b.md#part) [b](tide.md)'],
    ['{{< highlight go "linenos=table" >}}\nx {{< y >}}\n{{< /highlight >}}', '```go\nx {{< y >}}\n```'],
    ['{{% notice tip %}}\nA tip.\n{{% /notice %}}', ':::note\nA tip.\n:::'],
    ['`{{< youtube a >}}`', '`{{< youtube a >}}`'],
    ['Write {{</* youtube ID */>}}.', 'Write {{< youtube ID >}}.'],
    ['{{< rawhtml >}}\n<b>Bold</b>\n{{< /rawhtml >}}', '\n<b>Bold</b>\n'],
    ['{{% notice tip "Low water" %}}\nA tip.\n{{% /notice %}}', ':::note[**Low water**]\nA tip.\n:::'],
    ['{{< youtube id="w7Ft2ymGmfc" title="The storm" >}}', '[The storm](https://www.youtube.com/watch?v=w7Ft2ymGmfc)'],
    ['{{% details "The boats" %}}\nNine.\n{{% /details %}}', '**The boats** \nNine.\n'],
  ])('%s', (text, instead) => {
    expect(read(text)).toBe(instead);
  });
});

describe('Jekyll', () => {
  test.each([
    ['![a]({{ site.baseurl }}/img/a.png)', '![a](/img/a.png)'],
    ['[a]({% post_url 2024-11-20-tide %}) [b]({{ "/about/" | relative_url }})', '[a](2024-11-20-tide.md) [b](/about/)'],
    ['{% include youtube.html id="abc" %}', '<https://www.youtube.com/watch?v=abc>'],
    [
      '{% include figure.html image_path="/a.jpg" caption="A boat" %}',
      '<figure><img src="/a.jpg" alt=""><figcaption>A boat</figcaption></figure>',
    ],
    ['{% highlight ruby linenos %}\nputs 1\n{% endhighlight %}', '```ruby\nputs 1\n```'],
    ['{% raw %}{{ x }} {% y %}{% endraw %}', '{{ x }} {% y %}'],
    ['Text.{: .lead}\n\n{:.small #x}\nMore.', 'Text.\n\n\nMore.'],
    ['* TOC\n{:toc}\n\nText.', '\n\n\nText.'],
    ['A set {: of words} stays.', 'A set {: of words} stays.'],
  ])('%s', (text, instead) => {
    expect(read(text)).toBe(instead);
  });
});

describe('addresses with blanks', () => {
  test.each([
    ['![x](My Photo (1).JPG)', '![x](<My Photo (1).JPG>)'],
    ['[a](my tale.md#end "Title")', '[a](<my tale.md#end> "Title")'],
    ['[a](b.md) and (so. on) [c](d "e f.g")', '[a](b.md) and (so. on) [c](d "e f.g")'],
    ['[a](b or c)', '[a](b or c)'],
  ])('%s', (text, instead) => {
    expect(read(text)).toBe(instead);
  });
});

test('what means nothing here stays, and is told once a name', () => {
  const body = 'One {{< param a >}} and {{< param b >}}, {{ page.title }} and {% include ads.html %}.';
  const { parsed, html } = pipeline('a.md', `---\nheadline: H\npublished: 2024-11-20\n---\n${body}`);
  expect(html).toContain('{{&#x3C; param a >}} and {{&#x3C; param b >}}, {{ page.title }} and {% include ads.html %}');
  expect(parsed.warnings.map(({ line, column, message }) => `${line}:${column} ${message.split(' is ')[0]}`)).toEqual([
    '5:5 "param"',
    '5:42 "page.title"',
    '5:63 "include ads.html"',
  ]);
});

test('places behind a shortcode are those of the file', () => {
  const { parsed } = pipeline('a.md', '---\nheadline: H\npublished: 2024-11-20\n---\n{{< ref "a" >}}\n\nSee {{< ref "b" >}} [no](javascript:x)', 'every'); // prettier-ignore
  const paragraph = parsed.root.children[1]!;
  const link = 'children' in paragraph ? paragraph.children.at(-1) : null;
  expect(link?.position?.start).toMatchObject({ line: 7, column: 21 });
});

test.each(['$\\frac{{L \\cdot a}}{{R}}$', '$$e^{{a^n}} = \\sqrt{{n(n-1)}}$$'])('no tag, but a formula: %s', (text) => {
  const { parsed, html } = pipeline('a.md', `---\nheadline: H\npublished: 2024-11-20\n---\n${text}`);
  expect(parsed.warnings).toEqual([]);
  expect(html).toContain('{{');
});

test('a heading gives its fragment, and not its words', () => {
  const { entry } = pipeline(
    'a.md',
    '---\nheadline: H\npublished: 2024-11-20\n---\n## The results {#res .wide}\n\nText.',
  );
  expect(entry.headings).toEqual([{ level: 2, text: 'The results', id: 'user-content-res' }]);
});

test('any heap of such marks is read, and line for line', () => {
  const part = fc.constantFrom('{{<', '>}}', '{{%', '%}}', '{%', '%}', '{{', '}}', '{:', '}', '"', "'", '`', 'ref', 'figure', 'src=', 'raw', 'endraw', 'highlight', 'endhighlight', '/', ' ', '\n', 'toc', '* '); // prettier-ignore
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      expect(read(text).split('\n')).toHaveLength(text.split('\n').length);
    }),
    { numRuns: 500 },
  );
});
