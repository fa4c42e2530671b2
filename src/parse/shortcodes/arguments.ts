/** What a shortcode or tag is given: by place and by name. */
export interface Arguments {
  places: string[];
  names: ReadonlyMap<string, string>;
}

const argument =
  /(?:(?<name>[\w-]+)\s*[=:]\s*)?(?:"(?<double>(?:\\.|[^"\\])*)"|'(?<single>[^']*)'|`(?<raw>[^`]*)`|(?<bare>[^\s"'`=]+))/g;

/** Reads `src="a.jpg" caption='A boat' 300`. */
export function readArguments(text: string): Arguments {
  const places: string[] = [];
  const names = new Map<string, string>();
  for (const { groups = {} } of text.matchAll(argument)) {
    const { name, double, single, raw, bare } = groups;
    const value = double?.replace(/\\(.)/g, '$1') ?? single ?? raw ?? bare ?? '';
    if (name === undefined) places.push(value);
    else names.set(name.toLowerCase(), value);
  }
  return { places, names };
}

/** Arguments that say how something is shown, and hold no words of the text. */
const looks =
  /^(?:class|id|style|width|height|size|align|position|loading|target|rel|type|variant|icon|color|colour|lang|autoplay|start|end|link|href|attrlink|linenos|hl_lines|linenostart|options)$/;
const signs = (text: string): string =>
  text
    .replace(/&(?:amp|quot|lt|gt);|%[\da-f]{2}/gi, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

/** The words that something is given and that what stands for it does not say. */
export function leftUnsaid({ places, names }: Arguments, instead: string): string[] {
  const all = [...places, ...[...names].filter(([name]) => !looks.test(name)).map(([, value]) => value)];
  const said = signs(instead);
  return all.filter(
    (each) =>
      /\p{L}{2}/u.test(each) &&
      !/^(?:true|false|left|right|center|none|auto)$/.test(each) &&
      !said.includes(signs(each)),
  );
}

/** The value of the first of some names that there is, else of a place. */
export function valueOf({ places, names }: Arguments, keys: readonly string[], place = -1): string {
  for (const key of keys) {
    const value = names.get(key)?.trim();
    if (value) return value;
  }
  return places[place]?.trim() ?? '';
}
