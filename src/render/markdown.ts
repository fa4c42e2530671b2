import type { Parsed } from '../parse/parsed.ts';

/** Placeholder until canonical Markdown is written (see the brief of the reader). */
export function toMarkdown(parsed: Parsed): string {
  return `# ${parsed.headline}\n`;
}
