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

/** The value of the first of some names that there is, else of a place. */
export function valueOf({ places, names }: Arguments, keys: readonly string[], place = -1): string {
  for (const key of keys) {
    const value = names.get(key)?.trim();
    if (value) return value;
  }
  return places[place]?.trim() ?? '';
}
