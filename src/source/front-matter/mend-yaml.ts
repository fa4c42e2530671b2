import { SourceError } from '../error.ts';

export interface Mended {
  text: string;
  told: SourceError[];
}

/** A key at the margin with its value on the same line. */
const keyWithValue = /^([\p{L}_][\p{L}\p{N}_ .-]{0,60}?)([ \t]*:[ \t]+)(\S.*)$/u;
/** Keys by which an article is hidden or shown: with these, nothing is guessed. */
const hiding = /^(?:draft|publish(?:ed)?|status|rights|private|hidden)$/i;

/**
 * Puts quotes around values that are plain words and that YAML can't take as they stand (`[Opinion] The quay`,
 * `"Never" again`, `@averill leaves`, `Storm: the night`), and spaces for tabs that indent. Each is told.
 *
 * @param failsAt where a text fails to be YAML, as an offset; null where it is well
 * @returns null where that does not make YAML of it
 */
export function mendYaml(
  path: string,
  text: string,
  firstLine: number,
  failsAt: (text: string) => number | null,
): Mended | null {
  const lines = text.split('\n');
  const told: SourceError[] = [];
  const tell = (index: number, column: number, message: string, hint: string) =>
    told.push(
      new SourceError({
        path,
        line: firstLine + index,
        column,
        rule: 'mended-front-matter',
        message,
        hint,
        severity: 'warning',
      }),
    );
  let tabs = false;
  lines.forEach((line, index) => {
    const indent = /^[ \t]*/.exec(line)![0];
    if (!indent.includes('\t')) return;
    if (!tabs)
      tell(
        index,
        1,
        'A tab indents this line, which YAML does not take: it was read as two spaces.',
        'Put two spaces in its place.',
      );
    tabs = true;
    lines[index] = indent.replaceAll('\t', '  ') + line.slice(indent.length);
  });
  const quoted = new Set<number>();
  for (let turn = 0; turn < 30; turn++) {
    const offset = failsAt(lines.join('\n'));
    if (offset === null) return { text: lines.join('\n'), told };
    const index = lines.join('\n').slice(0, offset).split('\n').length - 1;
    const match = keyWithValue.exec(lines[index] ?? '');
    if (!match || quoted.has(index) || hiding.test(match[1]!) || isOpen(match[3]!)) return null;
    const [, key = '', sign = '', value = ''] = match;
    quoted.add(index);
    const shown = value.includes("'") ? JSON.stringify(value) : `'${value}'`;
    tell(
      index,
      key.length + sign.length + 1,
      `The value of "${key}" is no YAML as it stands, since ${reason(value)}: it was read as plain words.`,
      `Put quotes around it: ${key}: ${shown.length > 120 ? '"…"' : shown}`,
    );
    lines[index] = key + sign + JSON.stringify(value);
  }
  return null;
}

/** Whether a value goes on below: a quotation, a list or a map that its line does not close. */
function isOpen(value: string): boolean {
  const sign = value[0]!;
  if (sign === '"' || sign === "'") return !value.slice(1).includes(sign);
  if (sign === '[' || sign === '{') return !value.includes(sign === '[' ? ']' : '}');
  return false;
}

function reason(value: string): string {
  const sign = value[0]!;
  if (sign === '"' || sign === "'") return 'words follow its quotation mark';
  if (sign === '[' || sign === '{') return 'words follow its bracket';
  if ('@`%&*!|>'.includes(sign)) return `it opens with ${sign}`;
  return value.includes(': ') || value.endsWith(':')
    ? 'it has a colon in it'
    : 'it has signs in it that mean something there';
}
