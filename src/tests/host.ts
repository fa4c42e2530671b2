/** One rule of a `_headers` file: the paths that it is for, and its headers, names in small letters. */
export interface HeaderRule {
  path: string;
  headers: Record<string, string>;
  /** Lines that a host passes over. */
  notes: string[];
}

/**
 * Reads a `_headers` file as Netlify and Cloudflare Pages do.
 * https://docs.netlify.com/manage/routing/headers/ ; https://developers.cloudflare.com/pages/configuration/headers/
 */
export function headerRules(file: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of file.split('\n')) {
    const rule = rules.at(-1);
    const text = line.trim();
    if (text === '') continue;
    if (text.startsWith('#')) rule?.notes.push(text);
    else if (/^\S/.test(line)) rules.push({ path: text, headers: {}, notes: [] });
    else {
      const [name = '', value = ''] = text.split(/:\s(.*)/);
      if (!rule || value === '') throw new Error(`no host reads the line "${line}"`);
      rule.headers[name.toLowerCase()] = value;
    }
  }
  return rules;
}

/** The headers that a host sends with a path: values of rules that overlap are joined. */
export function hostHeaders(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const sent: Record<string, string> = {};
  for (const { path: of, headers } of rules) {
    if (of.endsWith('*') ? !path.startsWith(of.slice(0, -1)) : path !== of) continue;
    for (const [name, value] of Object.entries(headers)) sent[name] = name in sent ? `${sent[name]}, ${value}` : value;
  }
  return sent;
}

/** A Content-Security-Policy's directives with their sources. */
export function directives(policy: string): Map<string, string[]> {
  return new Map(
    policy
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name, sources.filter((source) => source !== `'none'`)]),
  );
}
