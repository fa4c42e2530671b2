import { expect, test } from 'vitest';
import { toSafeHtml } from '../../render/gate.ts';
import { fragment } from '../../render/fragment.ts';
import { withCodeColours } from './code-colours.ts';

const code = (language: string, text: string) =>
  `<p>a</p>\n<pre><code class="language-${language}">${text}</code></pre>`;

test('tokens get classes, every sign stays, and the gate lets it pass', async () => {
  const text = '// &#x3C;b> &#x26; more\nconst name = "a&#x3C;b" + 12;\n';
  const html = await withCodeColours(code('ts', text));
  expect(html).toContain('<span class="code-comment">// &#x3C;b> &#x26; more</span>');
  expect(html).toContain('<span class="code-keyword">const</span>');
  expect(html).toMatch(/<span class="code-number">12<\/span>/);
  expect(html.replace(/<\/?span[^>]*>/g, '')).toBe(code('ts', text).replace('<pre>', '<pre tabindex="0">'));
  expect(toSafeHtml(fragment(html), 'block')).toBe(html);
  expect(html).not.toContain('style=');
});

test('code in no known language, or in none, stays as it is', async () => {
  const plain = '<pre><code class="language-nolang">a &#x3C; b</code></pre><pre><code>const a</code></pre>';
  expect(await withCodeColours(plain)).toBe(plain.replaceAll('<pre>', '<pre tabindex="0">'));
  expect(await withCodeColours('<p>no code</p>')).toBe('<p>no code</p>');
});
