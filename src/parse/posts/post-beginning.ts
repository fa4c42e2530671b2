import { creditAtEnd } from '../credits/find-credit.ts';
import { tongueOf } from './post-language.ts';

/** A paragraph above an attribution that may belong to the post, and how it stands in the file. */
export interface Candidate {
  text: string;
  /** Empty lines between it and the paragraph below it: 0 for neighbouring lines; null where the form does not tell. */
  gapBelow: number | null;
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

/** How many of the candidates belong to the post (one at least, where there is any), and why. */
export interface Beginning {
  paragraphs: number;
  certainty: 'certain' | 'likely' | 'guess';
  why: string;
}

/**
 * Decides where a flattened post begins. The text does not say: the paragraph right above the attribution belongs to
 * it, and each one further up is weighed on evidence: X's limit of length, neighbouring lines, a sentence that
 * introduces the post, language, and what only posts have (hashtags, emoji). In doubt it is one paragraph.
 *
 * @param candidates the paragraphs above the attribution, nearest first, up to the first thing that cannot belong
 */
export function findBeginning(candidates: readonly Candidate[], post: Post): Beginning {
  const [nearest] = candidates;
  if (!nearest)
    return {
      paragraphs: 0,
      certainty: 'certain',
      why: 'nothing stands above the attribution',
    };
  const room = roomAbove(candidates, post);
  let text = nearest.text;
  let paragraphs = 1;
  const joined: string[] = [];
  for (;;) {
    const candidate = candidates[paragraphs];
    if (!candidate) {
      return {
        paragraphs,
        certainty: paragraphs === 1 ? 'certain' : 'likely',
        why: tell(joined, 'nothing more above'),
      };
    }
    const whole = `${candidate.text}${candidate.gapBelow === 0 ? '\n' : '\n\n'}${text}`;
    if (candidate.text.length > longestRaw || postLength(whole) > limitOn(post.day) + 5) {
      return {
        paragraphs,
        certainty: 'likely',
        why: tell(joined, `the one above would make it longer than X allowed`),
      };
    }
    const evidence = weigh(candidate, candidates[paragraphs + 1], text, post);
    if (room && paragraphs < room.paragraphs) evidence.push(room.evidence);
    if (markedGroup(candidates, paragraphs)) evidence.push([4, 'a line of the same paragraph has a hashtag or emoji']);
    const total = evidence.reduce((sum, [weight]) => sum + weight, prior);
    const strongest = [...evidence].sort((one, other) => Math.abs(other[0]) - Math.abs(one[0]))[0];
    if (total <= 0) {
      const certainty = total < -2.5 ? 'likely' : 'guess';
      return {
        paragraphs,
        certainty,
        why: tell(joined, strongest && strongest[0] < 0 ? strongest[1] : 'in doubt, no more'),
      };
    }
    joined.push(strongest?.[1] ?? '');
    text = whole;
    paragraphs += 1;
  }
}

function tell(joined: readonly string[], stop: string): string {
  const taken = [...new Set(joined)].join('; ');
  return taken === ''
    ? `the paragraph above the attribution; ${stop}`
    : `more paragraphs, because: ${taken}; then: ${stop}`;
}

/** Code units: a post of 280 signs with long addresses in it is never longer. */
const longestRaw = 2000;

/** Against taking a further paragraph, before any evidence. */
const prior = -2;

type Evidence = readonly [weight: number, why: string];

/** Weights and their reasons for taking `candidate` into a post that so far is `text`; `above` stands over it. */
function weigh(candidate: Candidate, above: Candidate | undefined, text: string, post: Post): Evidence[] {
  const evidence: Evidence[] = [];
  const add = (holds: boolean, weight: number, why: string) => void (holds && evidence.push([weight, why]));
  const { text: own, gapBelow } = candidate;
  const sparse = !/[\p{L}\p{N}]/u.test(own);
  const marks = hasMarks(own);
  const emoji = hasEmoji(own);
  const heading = isHeading(candidate, above);

  add(gapBelow === 0 && !heading, 4, 'neighbouring lines');
  add(gapBelow === 0 && heading, -1, 'the line above reads like a heading');
  add(gapBelow !== null && gapBelow >= 2, -2, 'wide space above');
  add(sparse, 4, 'a line of signs alone');
  add(marks && emoji, 3.5, 'hashtags and emoji');
  add(marks !== emoji, 2.5, marks ? 'a hashtag, mention or short link' : 'emoji');
  add(endsInLink(own), -2, 'the paragraph above ends in a link of its own');
  add(listMark.test(own), 1, 'a list');
  add(!isFinished(own) && !heading && !sparse && !marks && !emoji, 1, 'no full stop');

  const tongue = tongueOf(own);
  const postTongue = tongueOf(text) ?? tongue;
  const foreign = post.articleTongue !== null && postTongue !== null && postTongue !== post.articleTongue;
  add(foreign && tongue === postTongue, 4, "another language than the article's");
  add(foreign && tongue === post.articleTongue, -4, "the article's language, not the post's");
  add(foreign && tongue === null, 3, "the post is not in the article's language");

  // What introduces a post or reports on it is in the article's language.
  const ours = !foreign || tongue === null;
  add(ours && gapBelow !== 0 && introduces(own, post), -4, 'a sentence that introduces the post');
  add(ours && hasCredit(own), -5, 'the paragraph above ends in a picture credit');
  add(ours && reports(own), -2, 'it reads like reporting');
  add(
    /(?:…|\.\.\.)\s*(?:https?:\/\/t\.co\/\w+|pic\.twitter\.com\/\w+|\s)*$/u.test(text),
    2.5,
    'the post is cut off at its end, so it is a long one',
  );
  const length = postLength(text);
  add(isLinkAlone(text), 4, 'what stands below is no more than a link');
  add(length < 60 && !endsInLink(text), 1.5, 'what stands below is too short to be all');
  add(length > 140, -0.5, 'what stands below is long enough');
  add(speaksAsI(own), 1, 'it speaks in the first person');
  return evidence;
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

/** Whether a line further up, all lines between being neighbours, has what only posts have. */
function markedGroup(candidates: readonly Candidate[], index: number): boolean {
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
function roomAbove(candidates: readonly Candidate[], post: Post): { paragraphs: number; evidence: Evidence } | null {
  let text = '';
  for (const [index, candidate] of candidates.entries()) {
    if (index > 0 && introduces(candidate.text, post) && candidate.gapBelow !== 0) {
      return {
        paragraphs: index,
        evidence: [2.5, 'it stands between the sentence that introduces the post and the attribution'],
      };
    }
    if (index > 1 && candidate.gapBelow === 0 && isHeading(candidate, candidates[index + 1])) {
      // Posts of several paragraphs are long ones.
      const filled = postLength(text) > limitOn(post.day) * 0.6;
      return filled
        ? { paragraphs: index, evidence: [1.25, 'all that stands under the heading fills one post'] }
        : null;
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
  if (/[:：]["”»]?\s*$/u.test(text) && text.trim().split(/\s+/).length > 2) return true;
  if (platforms.test(text)) return true;
  const low = text.toLowerCase();
  if (low.includes(`@${post.handle.toLowerCase()}`)) return true;
  const names = post.name.toLowerCase().match(/[\p{L}\p{M}'’-]{4,}/gu) ?? [];
  const last = names.at(-1);
  return last !== undefined && new RegExp(`(?<![\\p{L}#@])${last}(?!\\p{L})`, 'u').test(low);
}

/** Whether a paragraph tells what somebody said, as reporters write. */
function reports(text: string): boolean {
  return /["”»“]\s*,?\s*(?:[\p{L}.'’-]+\s){0,4}(?:said|says|wrote|added|told|posted|asked|continued|explained|noted|sagte|schrieb|erklärte|dit|dijo|escribió|disse)\b|\b(?:according to|told reporters|said (?:on|in|that)|in a statement|in a post)\b|\bthe (?:clip|video|footage|post|message|photo)\b/iu.test(
    text,
  );
}

function speaksAsI(text: string): boolean {
  return /\b(?:I|I'm|I’m|I've|I’ve|we|we're|we’re|my|our)\b/u.test(text.replace(/["“][^"”]*["”]/gu, ''));
}

/** X's limit of length on a day: 140 signs, and 280 from the trial of September 2017 on. */
function limitOn(day: string | null): number {
  return day !== null && day < '2017-09-26' ? 140 : 280;
}

/**
 * Length as X counts it ("Counting characters", X developer documentation): a link is 23, East Asian signs and emoji
 * are 2; the mentions that open a reply and the media link at the end are free.
 */
export function postLength(text: string): number {
  const body = text
    .replace(/^(?:@\w{1,15}\s+)+/u, '')
    .replace(/(?:\s*(?:https?:\/\/t\.co\/\w+|pic\.twitter\.com\/\w+))+\s*$/u, '');
  let length = 0;
  for (const part of body.split(/(https?:\/\/\S+|pic\.twitter\.com\/\w+)/u)) {
    if (/^(?:https?:|pic\.)/.test(part)) length += 23;
    else if (!/[\u1100-\uffff]/.test(part)) length += part.length;
    else {
      const signs = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(part)
        ? part.replace(/\p{RGI_Emoji}/gv, '日')
        : part;
      for (const sign of signs) length += /[\u1100-\u11ff\u2e80-\uffef]/u.test(sign) ? 2 : 1;
    }
  }
  return length;
}
