import { creditAtEnd } from '../credits/find-credit.ts';
import { tongueOf } from './post-language.ts';
import { limitOn, postLength } from './post-length.ts';

/** A paragraph above an attribution that may belong to the post, and how it stands in the file. */
export interface Candidate {
  text: string;
  /** Empty lines between it and the paragraph below it: 0 for neighbouring lines; null where the form does not tell. */
  gapBelow: number | null;
  /** The same in a text whose blank lines mean little otherwise. */
  linesBelow?: number | null;
}

/** What is known of the post whose beginning is looked for. */
export interface Post {
  name: string;
  handle: string;
  /** `YYYY-MM-DD` */
  day: string | null;
  /** The article's language, as `tongueOf` names it; null where unknown. */
  articleTongue: string | null;
}

/** Code units: a post of 280 signs with long addresses in it is never longer. */
export const longestRaw = 2000;

/**
 * The evidence for and against taking `candidate` into a post that so far is `text`.
 *
 * @param whole what the post would be with it
 * @param above the paragraph over it
 * @param taken how many paragraphs the post has so far
 */
export function postEvidence(
  candidate: Candidate,
  above: Candidate | undefined,
  { text, whole, taken }: { text: string; whole: string; taken: number },
  post: Post,
): string[] {
  const { text: own, gapBelow } = candidate;
  return [
    'in doubt, no more',
    `${Math.min(taken, 3)} so far`,
    ...ownEvidence(candidate, above),
    ...tongueEvidence(own, text, post, gapBelow),
    ...lengthEvidence(text, whole, post),
    ...aboveEvidence(above, whole, post),
  ];
}

/** What the candidate shows by itself. */
function ownEvidence(candidate: Candidate, above: Candidate | undefined): string[] {
  const { text: own, gapBelow } = candidate;
  const sparse = !/[\p{L}\p{N}]/u.test(own);
  const [marks, emoji, heading] = [hasMarks(own), hasEmoji(own), isHeading(candidate, above)];
  const found: string[] = [];
  const add = (holds: boolean, why: string) => void (holds && found.push(why));
  add(gapBelow === 0 && !heading, 'neighbouring lines');
  add(gapBelow === 0 && heading, 'the line above reads like a heading');
  add(gapBelow !== null && gapBelow >= 2, 'wide space above');
  add(sparse, 'a line of signs alone');
  add(marks && emoji, 'hashtags and emoji');
  add(marks && !emoji, 'a hashtag, mention or short link');
  add(emoji && !marks, 'emoji');
  add(endsInLink(own), 'the paragraph above ends in a link of its own');
  add(listMark.test(own), 'a list');
  add(!isFinished(own) && !heading && !sparse && !marks && !emoji, 'no full stop');
  add(/^["“«„]/u.test(own), 'it opens with a quotation');
  add(speaksAsI(own), 'it speaks in the first person');
  return found;
}

/** Languages, and what introduces a post or reports on it, which is in the article's language. */
function tongueEvidence(own: string, text: string, post: Post, gapBelow: number | null): string[] {
  const tongue = tongueOf(own);
  const postTongue = tongueOf(text) ?? tongue;
  const foreign = post.articleTongue !== null && postTongue !== null && postTongue !== post.articleTongue;
  const ours = !foreign || tongue === null;
  const found: string[] = [];
  const add = (holds: boolean, why: string) => void (holds && found.push(why));
  add(foreign && tongue === postTongue, "another language than the article's");
  add(foreign && tongue === post.articleTongue, "the article's language, not the post's");
  add(foreign && tongue === null, "the post is not in the article's language");
  add(ours && announces(own), 'it ends in a colon');
  add(ours && gapBelow !== 0 && introduces(own, post), 'a sentence that introduces the post');
  add(ours && namesAuthor(own, post), 'it names the author of the post');
  add(ours && hasCredit(own), 'the paragraph above ends in a picture credit');
  add(ours && reports(own), 'it reads like reporting');
  return found;
}

/** How long the post is, and would be. */
function lengthEvidence(text: string, whole: string, post: Post): string[] {
  const limit = limitOn(post.day);
  const length = postLength(text);
  const share = postLength(whole) / limit;
  const found: string[] = [];
  const add = (holds: boolean, why: string) => void (holds && found.push(why));
  add(isCut.test(text), 'the post is cut off at its end, so it is a long one');
  add(isLinkAlone(text), 'what stands below is no more than a link');
  add(length < 60 && !endsInLink(text), 'what stands below is too short to be all');
  add(length > 140, 'what stands below is long enough');
  add(endsInLink(text), 'what stands below ends in a link');
  const filled = [0.35, 0.6, 0.85].find((part) => share <= part);
  found.push(filled ? `the whole fills ${filled * 100} % of a post` : 'the whole fills a post');
  return found;
}

const isCut = /(?:…|\.\.\.)\s*(?:https?:\/\/t\.co\/\w+|pic\.twitter\.com\/\w+|\s)*$/u;

/** What stands over the candidate: where the post would begin. */
function aboveEvidence(above: Candidate | undefined, whole: string, post: Post): string[] {
  if (!above) return ['nothing stands above it'];
  const found: string[] = [];
  const tooLong = above.text.length > longestRaw || postLength(`${above.text}\n\n${whole}`) > limitOn(post.day) + 5;
  if (tooLong) found.push('the one above it is too long for the post');
  if (above.gapBelow !== 0 && announces(above.text)) found.push('a sentence with a colon stands above it');
  else if (above.gapBelow !== 0 && introduces(above.text, post)) found.push('a sentence above it introduces the post');
  if (hasCredit(above.text)) found.push('a picture credit stands above it');
  if (/(?:…|\.\.\.)$/.test(above.text)) found.push('the one above it is cut off');
  return found;
}

const listMark = /^(?:[•・▪-]|\(?\d{1,2}[.)/])\s*\S/u;

function hasCredit(text: string): boolean {
  const proof = creditAtEnd(text)?.proof;
  return proof === 'label' || proof === 'brackets' || proof === 'agency';
}

function hasMarks(text: string): boolean {
  return /(?:^|[\s(])[#@][\p{L}\p{N}_]|https?:\/\/t\.co\/|\bpic\.twitter\.com\//u.test(text);
}

function hasEmoji(text: string): boolean {
  return /\p{Extended_Pictographic}/u.test(text.replace(/[©®™]/gu, ''));
}

function endsInLink(text: string): boolean {
  return /(?:https?:\/\/t\.co\/\w+|pic\.twitter\.com\/\w+)\s*$/u.test(text);
}

function isLinkAlone(text: string): boolean {
  return /^\s*(?:(?:https?:\/\/t\.co\/\w+|pic\.twitter\.com\/\w+)\s*)+$/u.test(text);
}

function isFinished(text: string): boolean {
  return /[.!?…:;,。！？"”’»)]\s*$/u.test(text);
}

/** A short line without a stop, with nothing right above it: a heading, as far as its form tells. */
function isHeading({ text }: Candidate, above: Candidate | undefined): boolean {
  if (listMark.test(text)) return false;
  if (isFinished(text) || hasMarks(text) || hasEmoji(text) || !/^[\p{Lu}\p{N}]/u.test(text)) return false;
  return text.split(/\s+/).length <= 12 && (above === undefined || above.gapBelow !== 0 || !isFinished(above.text));
}

/**
 * Whether a paragraph and those over it stand together, with a blank line above them, and would fit into one post.
 * Two lines may be a heading and its paragraph; three are surer.
 */
export function blockEvidence(candidates: readonly Candidate[], index: number, text: string, post: Post): string[] {
  if (candidates[index]?.linesBelow !== 0) return [];
  let whole = text;
  let at = index;
  do {
    whole = `${candidates[at]!.text}\n${whole}`;
    if (postLength(whole) > limitOn(post.day) + 5) return [];
    at++;
  } while (candidates[at]?.linesBelow === 0);
  const isSure = at - index > 1 || candidates[index - 1]?.linesBelow === 0;
  return [isSure ? 'three lines and more stand together' : 'its lines stand together, with a blank line above them'];
}

/** Whether a line further up, all lines between being neighbours, has what only posts have. */
export function markedGroup(candidates: readonly Candidate[], index: number): boolean {
  if (candidates[index]?.gapBelow !== 0) return false;
  for (let above = index + 1; candidates[above]?.gapBelow === 0; above++) {
    const text = candidates[above]?.text ?? '';
    if (hasMarks(text) || hasEmoji(text)) return true;
  }
  return false;
}

/**
 * How many paragraphs may be the post if it begins right under a sentence that introduces it, or under a heading:
 * null where they would be longer than X allows, so that some of them are prose.
 */
export function roomAbove(
  candidates: readonly Candidate[],
  post: Post,
): { paragraphs: number; evidence: string } | null {
  let text = '';
  for (const [index, candidate] of candidates.entries()) {
    if (index > 0 && introduces(candidate.text, post) && candidate.gapBelow !== 0) {
      return {
        paragraphs: index,
        evidence: 'it stands between the sentence that introduces the post and the attribution',
      };
    }
    if (index > 1 && candidate.gapBelow === 0 && isHeading(candidate, candidates[index + 1])) {
      // Posts of several paragraphs are long ones.
      const filled = postLength(text) > limitOn(post.day) * 0.6;
      return filled ? { paragraphs: index, evidence: 'all that stands under the heading fills one post' } : null;
    }
    // What reports or is a caption is no part of a post, and neither is anything above it.
    const told = reports(candidate.text) && !speaksAsI(candidate.text);
    if (index > 0 && (told || hasCredit(candidate.text))) return null;
    text = `${candidate.text}\n\n${text}`;
    if (candidate.text.length > longestRaw || postLength(text) > limitOn(post.day) + 5) return null;
  }
  return null;
}

const platforms =
  /\b(?:tweet(?:s|ed|ing)?|retweet(?:s|ed)?|twitter|twittert?e?n?|getwittert|tweeté|tuit\w*|tuite\w*|on x|auf x|sur x|en x|formerly twitter|social media)\b|ツイート|推特|推文|트위터|твит\w*|твиттер\w*|تويتر|تغريد/iu;

/** Whether a paragraph introduces what follows as somebody's post: it ends in a colon, or names the author or the platform. */
function introduces(text: string, post: Post): boolean {
  return announces(text) || platforms.test(text) || namesAuthor(text, post);
}

/** Whether it ends in a colon. */
function announces(text: string): boolean {
  return /[:：]["”»]?\s*$/u.test(text) && text.trim().split(/\s+/).length > 2;
}

function namesAuthor(text: string, post: Post): boolean {
  const low = text.toLowerCase();
  if (low.includes(`@${post.handle.toLowerCase()}`)) return true;
  const names = post.name.toLowerCase().match(/[\p{L}\p{M}'’-]{4,}/gu) ?? [];
  const last = names.at(-1);
  return last !== undefined && new RegExp(`(?<![\\p{L}#@])${last}(?!\\p{L})`, 'u').test(low);
}

/** "Another wondered why…": how a report leads from one post to the next. */
const others =
  /^(?:(?:yet )?another|one|others?|some(?:one)?|many|a (?:third|fourth|fifth))\b(?: [\p{L}’'-]+){0,3} (?:wondered|quipped|joked|wrote|tweeted|posted|commented|replied|responded|asked|said|added|noted|pondered|suggested|pointed)\b/iu;

/** Whether a paragraph tells what somebody said, as reporters write. */
function reports(text: string): boolean {
  return (
    /["”»“]\s*,?\s*(?:[\p{L}.'’-]+\s){0,4}(?:said|says|wrote|added|told|posted|asked|continued|explained|noted|sagte|schrieb|erklärte|dit|dijo|escribió|disse)\b|\b(?:according to|told reporters|said (?:on|in|that)|in a statement|in a post)\b|\bthe (?:clip|video|footage|post|message|photo)\b/iu.test(
      text,
    ) || others.test(text)
  );
}

function speaksAsI(text: string): boolean {
  return /\b(?:I|I'm|I’m|I've|I’ve|we|we're|we’re|my|our)\b/u.test(text.replace(/["“][^"”]*["”]/gu, ''));
}
