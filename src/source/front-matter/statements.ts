import { facts, meanings, plainKey, type FrontMatterKey } from '../facts.ts';
import { typedAll, type Field, type Json, type Value } from './field.ts';

/** What a field says of one key, in plain form. */
export interface Statement {
  key: FrontMatterKey;
  /** The least counts, where several are there. */
  rank: number;
  value: Value;
  field: Field;
}

/** What a field says: of which facts, and what of it states none. */
export interface Said {
  said: Statement[];
  /** What is left over of it, as it was written; undefined where all of it is said. */
  rest?: Json;
}

/** Keys of text: there, what YAML takes for a comment belongs to the words ("We are #1 at chess"). */
const ofWords = new Set<FrontMatterKey>([
  'headline',
  'kicker',
  'standfirst',
  'description',
  'section',
  'topics',
  'authors',
  'dateline',
]);
const yes = /^(?:true|yes|on|y|1)$/i;
const no = /^(?:false|no|off|n|0|never)$/i;
/** Words for what is not to be seen, as `status` has them. */
const unpublished =
  /^(?:draft|drafted|private|pending|pending[ -]?review|trash|trashed|unpublished|hidden|wip|in[ -]?progress|unlisted|archived-private|todo|idea)$/i;
const webAddress = /^https?:\/\//i;
/** Jekyll's names for patterns of addresses. */
const permalinkStyle = /^(?:pretty|date|none|ordinal|weekdate|true)$|[:{}*]/i;

/** A meaning that depends on the value: null where the field has none of it. */
type Special = (value: Value, field: Field) => { key: FrontMatterKey; value: Value }[] | null;

const text = (value: Value): string => (typeof value === 'string' ? value.trim() : '');
const hidden = (hide: boolean): ReturnType<Special> => [{ key: 'draft', value: hide ? 'true' : 'false' }];

/** Whether to show: `published: false` of Jekyll, `publish: false` of Obsidian. */
const shows: Special = (value) =>
  yes.test(text(value)) ? hidden(false) : no.test(text(value)) || unpublished.test(text(value)) ? hidden(true) : null;

/** An address on another site, the article's own, or none. */
const sourceOnly: Special = (value) =>
  webAddress.test(text(value)) ? [{ key: 'source', value: { url: text(value) } }] : [];

const path: Special = (value) => {
  const written = text(value);
  if (webAddress.test(written)) return sourceOnly(value, {} as Field);
  // Eleventy writes no page then.
  if (no.test(written)) return hidden(true);
  return written === '' || permalinkStyle.test(written) ? [] : [{ key: 'address', value: written }];
};

/** Where something is ("Harbour Road 5, Port Averill", "Remote") is no address of a page. */
const place = /^[^/]*[\s,][^/]*$|^\p{Lu}[\p{L}\p{M}]*$/u;

const sourceName: Special = (value) =>
  webAddress.test(text(value))
    ? sourceOnly(value, {} as Field)
    : typeof value === 'string'
      ? [{ key: 'source', value: { name: value } }]
      : null;

/** The first category is the section, the others are topics. Jekyll parts them by spaces. */
const categories: Special = (value) => {
  const all = facts.topics.plain(value);
  if (!Array.isArray(all)) return null;
  const [first, ...others] = all;
  if (typeof first !== 'string') return first === undefined ? [] : null;
  const small =
    typeof value === 'string' && others.length === 0 && /^[\p{Ll}\p{N}-]+(?: [\p{Ll}\p{N}-]+)+$/u.test(first);
  const [section = '', ...rest] = small ? first.split(' ') : [first, ...others];
  return [{ key: 'section', value: section }, ...(rest.length > 0 ? [{ key: 'topics' as const, value: rest }] : [])];
};

const specials: Readonly<Record<string, Special>> = {
  published: shows,
  publish: shows,
  public: shows,
  dgpublish: shows,
  status: (value) =>
    unpublished.test(text(value))
      ? hidden(true)
      : /^(?:published?|final|done|live|scheduled|future)$/i.test(text(value))
        ? hidden(false)
        : null,
  permalink: path,
  slug: path,
  postslug: path,
  url: path,
  // Zola's has no slash before it; one with an ending is the path of a file.
  path: (value) => (/^\/|^(?!.*\.[a-z]\w{0,4}$)[^\s/]+\/\S+$/.test(text(value)) ? path(value, {} as Field) : []),
  link: sourceOnly,
  original: sourceOnly,
  canonical: sourceOnly,
  canonicalurl: sourceOnly,
  originalurl: sourceOnly,
  externalurl: sourceOnly,
  publication: sourceName,
  publisher: sourceName,
  sitename: sourceName,
  site: sourceName,
  categories,
  // A licence says nothing of who may see the article.
  rights: (value) => (/\bcc\b|©|copyright|licen[cs]e|public domain/i.test(text(value)) ? [] : null),
};

/** What a field says. What is empty says nothing. */
export function statements(field: Field): Said {
  const plain = plainKey(field.name);
  if (isNothing(field.value) && field.cut === undefined) return { said: [], rest: null };
  if (plain === 'address' && place.test(text(field.value))) return { said: [] };
  const special = Object.hasOwn(specials, plain) ? specials[plain]!(field.value, field) : null;
  const all = meanings.get(plain) ?? [];
  if (special !== null)
    return {
      said: special.flatMap(({ key, value }) => {
        const rank = all.find((each) => each.key === key)?.rank ?? 50;
        const stated = facts[key].plain(value);
        return isNothing(stated) ? [] : [{ key, rank, value: stated, field }];
      }),
    };
  const [meaning] = all;
  if (!meaning) return { said: [] };
  const { key, rank } = meaning;
  if (key === 'aliases') return aliases(field, rank);
  const value = facts[key].plain(withCut(key, field));
  return { said: isNothing(value) ? [] : [{ key, rank, value, field }] };
}

function withCut(key: FrontMatterKey, { value, cut }: Field): Value {
  if (cut === undefined || !ofWords.has(key)) return value;
  return typeof value === 'string' ? value + cut : value === null ? cut : value;
}

/** Old addresses; other names of a note, as Obsidian has them, stay as they are. */
function aliases(field: Field, rank: number): Said {
  const all = facts.aliases.plain(field.value) as Value[];
  const isPath = (each: Value) => typeof each === 'string' && each.startsWith('/');
  const paths = all.filter(isPath);
  const others = all.filter((each) => !isPath(each));
  return {
    said: paths.length > 0 ? [{ key: 'aliases', rank, value: paths, field }] : [],
    ...(others.length > 0 && { rest: typedAll(others) }),
  };
}

const isNothing = (value: Value): boolean =>
  value === null ||
  (typeof value === 'string'
    ? value.trim() === ''
    : Array.isArray(value)
      ? value.every(isNothing)
      : Object.values(value).every(isNothing));
