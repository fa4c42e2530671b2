import { Parser } from 'yaml';
import { privateNotes, type Passage } from '../private/private-notes.ts';

/** HTML comments in the values of front matter: no value means one. */
export function commentsInValues(text: string): Passage[] {
  if (!text.includes('<!--')) return [];
  return privateNotes(text).passages.filter(({ from }) => text.startsWith('<!--', from));
}

/**
 * Comments of YAML and TOML: `# …`.
 *
 * @param text   front matter without the lines around it
 * @param isToml whether it is TOML; JSON has no comments, and is YAML
 */
export function frontMatterComments(text: string, isToml: boolean): Passage[] {
  if (!text.includes('#')) return [];
  return (isToml ? tomlComments(text) : yamlComments(text)).sort((one, other) => one.from - other.from);
}

function yamlComments(text: string): Passage[] {
  const passages: Passage[] = [];
  const look = (token: unknown): void => {
    if (Array.isArray(token)) for (const part of token) look(part);
    else if (token && typeof token === 'object') {
      if ('type' in token && token.type === 'comment' && 'offset' in token && 'source' in token) {
        const from = Number(token.offset);
        passages.push({ from, to: from + String(token.source).length });
      } else for (const part of Object.values(token)) look(part);
    }
  };
  for (const token of new Parser().parse(text)) look(token);
  return passages;
}

/** A string of TOML in any of its four forms, or a comment. */
const tomlToken = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|(?<comment>#[^\n]*)/g;

function tomlComments(text: string): Passage[] {
  return [...text.matchAll(tomlToken)].flatMap((match) =>
    match.groups?.['comment'] === undefined ? [] : [{ from: match.index, to: match.index + match[0].length }],
  );
}
