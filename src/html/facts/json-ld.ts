import type { Element } from '../tree/dom.ts';
import { attribute, findAll } from '../tree/tree.ts';

/** A JSON value as it comes out of a page. */
type Json = string | number | boolean | null | Json[] | JsonObject;
interface JsonObject {
  [key: string]: Json;
}

/** What a page says of its article in JSON-LD (schema.org). Texts are plain; nothing is checked but its kind. */
export interface LinkedData {
  headline: string | null;
  description: string | null;
  alternative: string | null;
  published: string | null;
  modified: string | null;
  /** People first, as they are named. */
  authors: string[];
  /** Names of organisations given as authors. */
  houses: string[];
  publisher: string | null;
  sections: string[];
  keywords: string[];
  language: string | null;
  url: string | null;
  images: LinkedImage[];
  /** The story's text, where the page gives it. */
  body: string | null;
  /** False where the page says that the story, or a part, is for those who pay. */
  free: boolean | null;
}

interface LinkedImage {
  url: string;
  caption: string | null;
  credit: string | null;
}

const articles =
  /^(?:(?:News|Analysis|Opinion|Report|Review|Background|Tech|Scholarly|MedicalScholarly|Satirical|AskPublic|Reportage|AdvertiserContent|Editorial)*(?:News)?Article|(?:Live)?BlogPosting|Reportage|Review|LiveBlogPosting|SocialMediaPosting|Report|CreativeWork)$/;
/** Objects in one page; what there is more is not looked at. */
const most = 4000;

/** Every JSON-LD object of a page with a type, nested ones too. */
function jsonLdObjects(page: Element): JsonObject[] {
  const found: JsonObject[] = [];
  for (const script of findAll(page, ({ tag }) => tag === 'script')) {
    if (!/ld\+json/i.test(attribute(script, 'type'))) continue;
    const text = script.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
    collect(lenient(text), found);
  }
  return found;
}

/** JSON as pages write it: in comments, with raw line breaks in strings, with commas left over. */
function lenient(text: string): Json {
  const bare = text.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[|\/\*<!\[CDATA\[\*\/)|(?:-->|\/\/\]\]>|\]\]>|\/\*\]\]>\*\/)\s*$/g, '').replace(/;\s*$/, ''); // prettier-ignore
  for (const attempt of [
    bare,
    bare.replace(/[\u0000-\u001f]+/g, ' '),
    bare
      .replace(/[\u0000-\u001f]+/g, ' ')
      .replace(/,\s*(?=[}\]])/g, '')
      .replace(/\\(?!["\\/bfnrtu])/g, '\\\\'),
  ]) {
    // prettier-ignore
    try {
      return JSON.parse(attempt) as Json;
    } catch {
      // The next attempt forgives more.
    }
  }
  return null;
}

function collect(value: Json, found: JsonObject[], depth = 0): void {
  if (depth > 12 || found.length > most || value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found, depth + 1);
    return;
  }
  if ('@type' in value || '@id' in value) found.push(value);
  for (const item of Object.values(value)) collect(item, found, depth + 1);
}

const typesOf = (object: JsonObject): string[] =>
  list(object['@type'] ?? null).flatMap((type) => (typeof type === 'string' ? [type.replace(/^.*[/:]/, '')] : []));

/** What the page's JSON-LD says of its article; null where it speaks of none. */
export function readJsonLd(root: Element, address: string | null): LinkedData | null {
  const objects = jsonLdObjects(root);
  const byId = new Map<string, JsonObject>();
  for (const object of objects) {
    const id = object['@id'];
    // A reference names the id alone.
    if (typeof id === 'string' && Object.keys(object).length > Object.keys(byId.get(id) ?? {}).length) byId.set(id, object); // prettier-ignore
  }
  let best: JsonObject | null = null;
  let most = 0;
  for (const object of objects) {
    const worth = worthOf(object, address);
    if (worth > most) [best, most] = [object, worth];
  }
  if (best) return read(best, byId);
  // A page that has no article among its data may still have a date of its own. Its name is the title of the window.
  const page = objects.find((object) => 'datePublished' in object && typesOf(object).some((type) => /^(?:Web|Item)Page$/.test(type))); // prettier-ignore
  return page ? { ...read(page, byId), headline: null, description: null } : null;
}

function worthOf(object: JsonObject, address: string | null): number {
  const types = typesOf(object).filter((type) => articles.test(type));
  if (types.length === 0) return 0;
  const weak = types.every((type) => type === 'CreativeWork' || type === 'Review' || type === 'SocialMediaPosting');
  const has = (key: string, worth: number) => (key in object ? worth : 0);
  const own = address !== null && [object['url'], idOf(object['mainEntityOfPage']), object['@id']].some((url) => typeof url === 'string' && sameAddress(url, address)); // prettier-ignore
  const worth = has('headline', 4) + has('datePublished', 3) + has('author', 2) + has('articleBody', 3) + has('publisher', 1); // prettier-ignore
  if (worth === 0) return 0;
  return worth + (own ? 3 : 0) - (weak ? 6 : 0);
}

const idOf = (value: Json | undefined): Json =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? (value['@id'] ?? value['url'] ?? null)
    : (value ?? null);

/** Whether two addresses lead to one page: protocol, "www.", query and a slash at the end aside. */
export function sameAddress(one: string, other: string): boolean {
  const bare = (url: string) => url.replace(/^https?:\/\/(?:www\.|m\.)?/i, '').replace(/[?#].*$/, '').replace(/\/$/, '').toLowerCase(); // prettier-ignore
  return bare(one) === bare(other);
}

function read(object: JsonObject, byId: ReadonlyMap<string, JsonObject>): LinkedData {
  const resolve = (value: Json): Json => {
    const id = value && typeof value === 'object' && !Array.isArray(value) ? value['@id'] : undefined;
    return typeof id === 'string' ? (byId.get(id) ?? value) : value;
  };
  const people: string[] = [];
  const houses: string[] = [];
  for (const author of [...list(object['author']), ...('author' in object ? [] : list(object['creator']))].map(
    resolve,
  )) {
    const name = nameOf(author);
    if (!name) continue;
    const house = author !== null && typeof author === 'object' && !Array.isArray(author) && typesOf(author).some((type) => /Organization$/.test(type)); // prettier-ignore
    (house ? houses : people).push(...(Array.isArray(name) ? name : [name]));
  }
  const keywords = list(object['keywords']).flatMap((word) => textIn(word)?.split(/\s*[,;]\s*/) ?? []);
  return {
    headline: textIn(object['headline']) ?? textIn(object['name']),
    alternative: textIn(object['alternativeHeadline']),
    description: textIn(object['description']) ?? textIn(object['abstract']),
    published: textIn(object['datePublished']) ?? textIn(object['dateCreated']),
    modified: textIn(object['dateModified']),
    authors: people,
    houses,
    publisher: first(
      list(object['publisher'])
        .map((value) => nameOf(resolve(value)))
        .flat(),
    ),
    sections: list(object['articleSection']).flatMap((value) => textIn(value) ?? []),
    keywords: keywords.filter((word) => word !== '' && !/^\w+:/.test(word)),
    language: first(
      list(object['inLanguage'])
        .map((value) => textIn(value) ?? nameOf(value))
        .flat(),
    ),
    url: textIn(object['url']) ?? textIn(idOf(object['mainEntityOfPage'])),
    images: [...list(object['image']), ...list(object['thumbnailUrl'])].map(resolve).flatMap(imageOf),
    body:
      list(object['articleBody'])
        .flatMap((value) => textIn(value) ?? [])
        .join('\n') || null,
    free: freeOf(object),
  };
}

function freeOf(object: JsonObject): boolean | null {
  const said = [object['isAccessibleForFree'], ...list(object['hasPart']).map((part) => (part && typeof part === 'object' && !Array.isArray(part) ? (part['isAccessibleForFree'] ?? null) : null))]; // prettier-ignore
  const words = said.filter((value) => value != null).map((value) => String(value).toLowerCase());
  return words.length === 0 ? null : !words.some((word) => word === 'false' || /\/false$/.test(word));
}

function list(value: Json | undefined): Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

const first = (values: readonly (string | null)[]): string | null => values.find((value) => value != null && value !== '') ?? null; // prettier-ignore

/** A value as one piece of text: of a language map, the first. */
function textIn(value: Json | undefined): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return plain(value) || null;
  if (Array.isArray(value)) return value.length > 0 ? textIn(value[0]) : null;
  return value && typeof value === 'object' ? textIn(value['@value'] ?? undefined) : null;
}

function nameOf(value: Json): string | string[] | null {
  if (value && typeof value === 'object' && !Array.isArray(value)) {
    const name = value['name'] ?? [value['givenName'], value['familyName']].filter((part) => typeof part === 'string').join(' '); // prettier-ignore
    return Array.isArray(name) ? name.flatMap((one) => textIn(one) ?? []) : textIn(name);
  }
  return textIn(value);
}

function imageOf(value: Json): LinkedImage[] {
  if (typeof value === 'string') return [{ url: value.trim(), caption: null, credit: null }];
  if (!value || typeof value !== 'object' || Array.isArray(value)) return [];
  const url = textIn(value['url']) ?? textIn(value['contentUrl']);
  return url
    ? [{ url, caption: textIn(value['caption']) ?? null, credit: textIn(value['creditText']) ?? firstName(value['author'] ?? value['creator'] ?? value['copyrightHolder']) }] // prettier-ignore
    : [];
}

function firstName(value: Json | undefined): string | null {
  return first(list(value).map(nameOf).flat());
}

const entities = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', rsquo: '’', lsquo: '‘', ldquo: '“', rdquo: '”', ndash: '–', mdash: '—', hellip: '…', auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß', eacute: 'é', egrave: 'è', agrave: 'à', ccedil: 'ç' })); // prettier-ignore

/** Text without the tags and entities that pages leave in their data, its line breaks kept. */
export function plain(text: string): string {
  return text
    .replace(/<br\s*\/?>|<\/(?:p|div|li|h\d)>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(
      /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi,
      (all, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return entities.get(name) ?? all;
        const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
      },
    )
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}
