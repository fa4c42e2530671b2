import { describe, expect, it } from 'vitest';
import { titleOf } from './cached-pages.ts';

describe('the title of a kept page', () => {
  it('is the headline as text, without the newspaper’s name', () => {
    expect(titleOf('<html><title>Fish &#38; chips &amp;c. &lt;b&gt; · War · Broadsheet</title>')).toBe(
      'Fish & chips &c. <b> · War',
    );
  });

  it('is nothing where there is none, and odd entities stay', () => {
    expect(titleOf('<h1>x</h1>')).toBe('');
    expect(titleOf('<title>a &nix; &#x110000; · B</title>')).toBe('a &nix; &#x110000;');
  });
});
