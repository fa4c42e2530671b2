import { describe, expect, it } from 'vitest';
import { leadingOn } from './lead-on.ts';

const post =
  '<blockquote class="tweet h-cite"><footer class="tweet-by p-author h-card"><span class="tweet-name p-name"><bdi>Port Watch</bdi></span> <span class="tweet-handle p-nickname"><bdi>@Port_Watch</bdi></span></footer><div class="tweet-text e-content" dir="auto"><p>Shut. <span class="tweet-media" title="Picture, not kept">pic.twitter.com/abc</span></p></div><p class="tweet-note">Kept as text.</p></blockquote>';
const figure =
  '<figure class="figure figure-textonly"><div class="figure-missing">Picture not kept</div><figcaption><span class="caption">The mole</span> <span class="credit"><span class="credit-person"><bdi>Jo Reed</bdi></span> / <span class="credit-agency"><bdi>AP</bdi></span></span></figcaption></figure>';
const options = { base: '/news/', handles: {}, credits: {}, words: null, pictureHosts: [] };

describe('posts and credits of a story', () => {
  it('lead to the pages of those they name', () => {
    const made = leadingOn(post + figure, {
      ...options,
      handles: { port_watch: '/handles/port-watch/' },
      credits: { 'Jo Reed': '/credits/jo-reed/' },
    });
    expect(made).toContain('p-author h-card"><a href="/news/handles/port-watch/"><span class="tweet-name p-name">');
    expect(made).toContain(
      '<span class="credit-person"><a href="/news/credits/jo-reed/"><bdi>Jo Reed</bdi></a></span>',
    );
    expect(made).toContain('<span class="credit-agency"><bdi>AP</bdi></span>');
  });

  it('say of a picture in a post what it is, and keep its address', () => {
    expect(leadingOn(post, options)).toContain(
      '<span class="tweet-media" title="pic.twitter.com/abc">Picture, not kept</span>',
    );
  });

  it('have the page’s own words in their own direction', () => {
    const made = leadingOn(post + figure, { ...options, words: { lang: 'en', dir: 'ltr' } });
    expect(made).toMatch(/<p class="tweet-note" (?:lang="en" dir="ltr"|dir="ltr" lang="en")>Kept as text/);
    expect(made).toMatch(/<div class="figure-missing" [^>]*dir="ltr"/);
  });

  it('leave a story without any as it is', () => expect(leadingOn('<p>x</p>', options)).toBe('<p>x</p>'));
});
