import { isDateLabel } from '../dates/dates-in-line.ts';
import { isFurniture } from '../paste/furniture.ts';
import { isName, isOrganisation, isPublication, isRole, namesHouse } from '../text/names.ts';
import { folded, wordCount, type Line } from '../text/lines.ts';

/** Names that newspapers give their sections, as whole words of a line, in the languages met most. */
const usual =
  /(?:^|[\s,&/])(?:world|politics|business|economy|finance|money|markets|sports?|football|soccer|culture|arts?|entertainment|celebrity|movies|music|tv|television|books|style|fashion|life|lifestyle|food|travel|health|science|tech|technology|environment|climate|energy|education|opinions?|comment|letters|editorial|analysis|features?|local|national|nation|international|region(?:al)?|news|crime|weather|war|u\.?s\.?|us|uk|europe|asia|africa|americas?|middle east|society|media|religion|property|real estate|autos?|monde|politique|économie|culture|santé|sciences?|société|sport|international|opinion|wirtschaft|politik|kultur|wissen|wissenschaft|gesellschaft|panorama|ausland|inland|digital|netzwelt|mundo|política|economía|cultura|ciencia|salud|deportes|sociedad|nacionales|noticias|internacional|mondo|cronaca|economia|esteri|salute|scienza|nieuws|binnenland|buitenland|nyheter|kultur|věda|domácí|zahraničí|мир|политика|экономика|общество|спорт|культура|国际|政治|经济|社会|体育|国際|経済|スポーツ)(?:$|[\s,&/])/iu;

/** Labels of pictures and of stories, which are no sections. */
export const pictureLabel =
  /^(?:photo|photos|image|images|picture|video|gallery|slideshow|exclusive|breaking|breaking news|updated?|live|watch|listen|premium|sponsored|advertisement|related|highlights?|key points?|foto|bild|vidéo)$/iu;

/** Whether a line could be the name of a section: a few words with a capital, no sentence, nobody's name. */
function isSectionName(text: string): boolean {
  if (text.length > 42 || wordCount(text) > 5 || wordCount(text) === 0) return false;
  if (/[.!?:;"“”@#]$|["“”@#|•>]|\d{1,2}[:.]\d\d|^\d+$|https?:/u.test(text)) return false;
  return (
    /^[\p{Lu}\p{Lo}\d]/u.test(text) &&
    text.length > 1 &&
    !isDateLabel(text) &&
    !namesHouse(text) &&
    !pictureLabel.test(text) &&
    !isFurniture(text)
  );
}

/** Whether it is a name that sections usually have. */
export function isUsualSection(text: string): boolean {
  return isSectionName(text) && usual.test(text);
}

/** Whether it is such a name and nothing else: "World", "Middle East", 国际. */
export function isBareSection(text: string): boolean {
  return isSectionName(text) && usual.exec(text)?.[0].trim() === text.trim();
}

/** A section and where its name stands: in a line, from `start` to `end`. */
export interface SectionChoice {
  line: Line;
  start: number;
  end: number;
}

/**
 * Which of the lines around the headline is the section. Above it: one that stands there twice, one that leads the
 * headline in a breadcrumb ("Africa|…"), one with a usual name, a usual name in a path ("Home › World › Europe"), or a
 * short line alone right above the headline. Below it: a usual name, or a single word right under the headline; never a person or an agency.
 */
export function chooseSection(above: readonly Line[], below: readonly Line[], headline: string): SectionChoice | null {
  const names = above.filter(({ text }) => isSectionName(text) && !isPublication(text));
  const key = folded(headline);
  const led = names.find(({ text }) =>
    above.some((line) => {
      const crumb = folded(line.text);
      return crumb.startsWith(`${folded(text)}|`) && crumb.endsWith(key);
    }),
  );
  const twice = names.find((line, index) =>
    names.slice(index + 1).some((other) => folded(other.text) === folded(line.text)),
  );
  const all = (line: Line): SectionChoice => ({ line, start: 0, end: line.text.length });
  const certain = led ?? twice ?? names.find(({ text }) => isUsualSection(text));
  if (certain) return all(certain);
  const path = above.map(inPath).find((choice) => choice !== null);
  if (path) return path;
  // A name that sections do not usually have counts where it stands by itself right above the headline: among the
  // entries of a menu, or with buttons and a motto below it, it is as likely the name of the site.
  if (names.length === 1 && names[0] === above.at(-1)) return all(names[0]!);
  const under = below.find((line, index) => {
    const { text } = line;
    if (!isSectionName(text) || isRole(text) || isOrganisation(text) || /[/()[\]]|\s[-–]\s/.test(text)) return false;
    if (isUsualSection(text)) return !isName(text) || wordCount(text) <= 2;
    return (
      index === 0 && wordCount(text) === 1 && !/^(?:editor|admin|staff|letters|afp|ap|reuters|dpa|efe)$/i.test(text)
    );
  });
  return under ? all(under) : null;
}

/** The first usual name in a path of names: "Home › World › Europe". */
function inPath(line: Line): SectionChoice | null {
  if (!/[|›»>]/.test(line.text) || line.text.length > 90) return null;
  const segments = [...line.text.matchAll(/[^|›»>]+/gu)].map(({ 0: raw, index }) => {
    const start = index + raw.length - raw.trimStart().length;
    return { text: raw.trim(), start };
  });
  if (segments.length < 2 || !segments.every(({ text }) => text === '' || isSectionName(text))) return null;
  const segment = segments.find(({ text }) => isUsualSection(text) && !/^(?:news|home)$/i.test(text));
  return segment ? { line, start: segment.start, end: segment.start + segment.text.length } : null;
}
