/**
 * The words that makers of pages give to its parts as class and id, by what they say of the part. Words of trade
 * alone, no publisher's. Two words are written with a space between, whatever joins them on the page.
 */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s*[,\n]\s*/).filter(Boolean));

/** What readers wrote: never the story, however long. */
const readers = set(
  `comments, comment, commentlist, comment list, comment thread, commenting, disqus, respond, viafoura, hyvor, openweb`,
);

/** What else there is to read, and the frame of the site. */
const around = set(`
  related, relateds, relatedarticles, relatedposts, related articles, related posts, related content, recommended, recommendation, recommendations, recommender, recirc, recirculation
  sidebar, side bar, rail, right rail, footer, breadcrumb, breadcrumbs, pagination, pager, paging, navigation, nav, navbar, menu
  newsletter, newsletters, newslettersignup, signup, sign up, cookie, cookies, consent, gdpr, privacy overview, privacy content, privacy policy, onetrust, didomi, popup, pop up, lightbox, modal, overlay, interstitial
  most read, mostread, most popular, most viewed, most commented, most shared, most recent, trending, popular posts, popular articles, popular stories, top stories, latest news, latest stories, latest articles, latest posts, latest
  outbrain, taboola, zergnet, revcontent, dianomi, teads, sponsored content, sponsored links, brandvoice
  more stories, more articles, more news, more from, more on, more like, more to, more coverage, more in, further reading, further, see also, also read, also like, also see, read more, readmore, read also, read next, readalso, up next, next article, next story, next post, prev next, prevnext, previous article, previous post, morestories, morefrom, next up
  you may, you might, teaser, teasers, onward, inline link, inline links, inline related, inline recirc, inline teaser, inline newsletter, linked articles, linked article, linked stories, link list, linklist, linkbox, link box
  article list, articlelist, article links, article recommendations, article nav, article navigation, article footer, article tags, article share, article sharing, article social, article actions, article tools, article toolbar, article comments, article related, story links, story list, story footer, story tools, story share, story tags, story topics, story package, post nav, post navigation, post footer, post tags, post share, entry footer, entry utility, entry tags, post list, postlist, news list, newslist
  skip link, skip to, skip nav, skip links, screen reader, screenreader, visually hidden, visuallyhidden, sr only, sronly, a11y hidden, offscreen, off screen, accessibly hidden
  author bio, authorbio, author box, authorbox, author card, author profile, author description, author about, about author, about the author, about authors, biography, bio, writer bio, contributor bio
  no print, noprint, print only, printonly, jp relatedposts, sharedaddy, addtoany, addthis, shariff, yarpp, latest posts, a2a, heateor
  share, shares, sharing, sharebar, share bar, share buttons, share tools, sharetools, socials, social share, socialshare, social media, social links, social icons, social bar, social buttons, social sharing, social follow, follow us, followus, followbar
  tags, taglist, tag list, tag links, tagged, tag cloud, topic list, topic tags, keywords, post categories, cat links
  advert, adverts, advertisement, advertising, adslot, adsbygoogle, adbox, ad slot, ad container, ad wrapper, ad unit, ad box, ad label, ad banner, google ad, ad placeholder, dfp, gpt, werbung, anzeige, publicidad, reklama
`);

/** What holds a whole story now and then, and is no part of it where it does not. */
const doubtful = set(`
  social, follow, promo, promos, promotion, promobox, promoted, ad, ads, sponsor, sponsors, sponsored, banner, pub, annons, iklan, reklam, publicite, advertorial
  subscribe, subscription, subscriptions, abo, paywall, regwall, piano, donate, donation, donations, membership, support us, call to, cta, upsell, premium box
  tag, topics, topic, categories, category list, widget, widgets, toolbar, tools, utility, utilities, actions, action bar, article meta, post meta, entry meta, meta, metadata, metainfo, meta info, articlemeta
  byline, bylines, author, authors, author name, author info, timestamp, published, pubdate, post date, publish date, date, reading time, readtime
  rating, ratings, vote, voting, poll, polls, quiz, survey, feedback, report error, email this, print, print link
  player, audio player, audioplayer, listen, listen to, text to, tts, speech, podcast, playlist, jwplayer, brightcove, audio
  toc, table of, ez toc, jump to, contents, inhaltsverzeichnis, table des
  login, log in, register, sign in, account, search, searchform, copyright, legal, license, licence, syndication, reprints, permalink
  ticker, tickers, weather, app promo, app banner, download app, whatsapp, whatsapp channel, telegram channel, google news, correction form, aside, sidenote, factbox links, collapsed, tooltip, toast, share count, timeline nav, stories, carousel, slider, swiper, playlist
`);

/** What may stand behind such a word in one name: `comments-wrapper`. */
const behind = set(`
  container, wrapper, wrap, wrapper, box, block, blocks, list, inner, outer, area, section, sections, module, modules, component, widget, widgets, content, item, items, group, holder, root, element, row, col, column, panel, slot, unit, main, desktop, mobile, bottom, top, left, right, inline, embed, embedded, placeholder, title, heading, header, headline, label, text, link, links, button, buttons, bar, icon, icons, form, v1, v2, v3, small, large, medium, full, horizontal, vertical, new, ng, js, view, body, entry, post, article, region, teaser, grid, cards, card, story, stories, news, posts, articles, cta, promo, ad, sticky, fixed, static, default, primary, secondary, tertiary, middle, center, end, start, first, last, below, above, after, before, footer, ul, li, div, p, span, tag, zone, outer, headline, desc, description, signup, info, meta, image, default, light, dark, bg, id, sm, md, lg, xl, xs, single, set, count, feed, rail
`);
/** Before such a word it says what a layout has, not what the part is. */
const layout = set(
  'has, with, no, without, is, show, hide, hidden, enable, enabled, disable, disabled, non, not, allow, supports, until, can, open, opened, body',
);

/** Names of what holds the story, where a name ends in them. */
const holders = set(`
  article content, article body, articlebody, article text, article main, story body, storybody, story content, story text, entry content, post content, post body, body text, body copy, main content, content body, news content, news text, news body, page content, text content, richtext, rich text, articlecontent, article paragraphs
`);

const holds = (words: readonly string[]): boolean =>
  words.length > 1 ? holders.has(words.slice(-2).join(' ')) : holders.has(words[0] ?? '');

/** The words of one class or id. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])(?=[A-Z])/g, '$1-')
    .replace(/([A-Z])(?=[A-Z][a-z])/g, '$1-')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** Words that say enough at the beginning of a name, whatever follows. */
const opening = set(
  `teaser, related, newsletter, recommended, recommendations, recommendation, breadcrumb, breadcrumbs, taboola, outbrain, comments, cookie, cookies, consent, onetrust, didomi, disqus, advertisement, sharedaddy, mostread`,
);
/** Behind such a word it names a way of laying out a page. */
const grid = set('grid, layout, cols, columns, template, page, enabled, active');

/** Whether a class or id, alone or with the word before it, is among some words. */
function says(words: readonly string[], known: ReadonlySet<string>): boolean {
  for (let at = 0; at < words.length; at++) {
    const two = `${words[at]!} ${words[at + 1] ?? ''}`;
    const length = known.has(two) ? 2 : known.has(words[at]!) ? 1 : 0;
    if (length === 0) continue;
    if (at > 0 && layout.has(words[at - 1]!)) continue;
    const rest = words.slice(at + length);
    if (rest[0] !== undefined && grid.has(rest[0])) continue;
    if (at === 0 && length === 1 && known !== doubtful && opening.has(words[0]!)) return true;
    if (rest.every((word) => behind.has(word) || known.has(word) || /^\d+$|^[a-f0-9]{5,}$/.test(word) || word.length < 3 || /\d/.test(word))) return true; // prettier-ignore
  }
  return false;
}

/** What the class and id of an element say of it. */
export function readNames(classes: string, id: string): 'readers' | 'around' | 'doubtful' | null {
  const names = [...classes.split(/\s+/), id].flatMap((name) => [name, ...(name.includes('__') ? name.split('__') : [])]).filter((name) => name !== '' && name.length < 80).slice(0, 24).map(wordsOf); // prettier-ignore
  if (names.some((words) => says(words, readers))) return 'readers';
  if (names.some((words) => says(words, around))) return names.some(holds) ? 'doubtful' : 'around';
  return names.some((words) => says(words, doubtful)) ? 'doubtful' : null;
}
