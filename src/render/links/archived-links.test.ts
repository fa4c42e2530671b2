import { describe, expect, it } from 'vitest';
import { withArchivedLinks } from './archived-links.ts';

const options = { base: '/news/', label: 'Kept here', pictureHosts: [] };
const story =
  '<p>See <a href="https://paper.example/a?b=1&#x26;c=2" rel="noopener noreferrer">that</a> and <a href="https://else.example/" rel="noopener noreferrer">this</a>.</p>';

describe('links to copies kept here', () => {
  it('lead to the copy, are marked, and keep their former address in the title', () => {
    const made = withArchivedLinks(story, { 'https://paper.example/a?b=1&c=2': '/articles/that/' }, options);
    expect(made).toContain(
      '<a href="/news/articles/that/" title="Kept here (https://paper.example/a?b=1&#x26;c=2)" class="kept-link">that</a>',
    );
    expect(made).toContain('<a href="https://else.example/" rel="noopener noreferrer">this</a>');
  });

  it('leave a story without any as it is, byte for byte', () => {
    expect(withArchivedLinks(story, {}, options)).toBe(story);
    expect(withArchivedLinks(story, { 'https://none.example/': '/articles/x/' }, options)).toBe(story);
  });

  it('take nothing else out: tweets, figures and tables pass the gate again as they were', () => {
    const rich =
      '<blockquote class="tweet h-cite"><div class="tweet-text e-content"><p>Hi</p></div><footer class="tweet-by p-author h-card"><span class="tweet-name p-name">A</span></footer></blockquote><h2 id="user-content-x">X</h2><div class="table" tabindex="0" role="region" aria-label="Table"><table><tbody><tr><td>1</td></tr></tbody></table></div>';
    expect(withArchivedLinks(`${rich}${story}`, { 'https://else.example/': '/articles/e/' }, options)).toContain(rich);
  });
});
