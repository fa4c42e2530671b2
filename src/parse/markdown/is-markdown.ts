/**
 * Marks that are Markdown and nothing else, wherever they stand: a heading, a fence, a directive, a footnote at the
 * beginning of a line, strong words, links and pictures with an address. None of 226 pasted articles has one.
 */
const unmistakable = [
  /^#{1,6} +\S/m,
  /^(?:```|~~~|:::\w)/m,
  /^\[\^[^\]\n]{1,60}\]:/m,
  /\*\*[^\s*](?:[^*\n]{0,200}[^\s*])?\*\*/,
  /\[[^\]\n]{1,300}\]\((?:https?:|mailto:|\/|\.|#)[^)\s]{0,500}\)/,
  /!\[[^\]\n]{0,300}\]\([^)\n]{1,500}\)|!\[\[[^\]\n]{1,300}\]\]/,
];

/** Marks that Markdown has, and now and then a pasted text. */
const likely = [
  /^(?:[-*+]|\d{1,3}[.)]) +\S/m,
  /^> ?\S/m,
  /^(?:-{3,}|\*{3,}|_{3,})[ \t]*$/m,
  /^<[a-z]/im,
  /(?<![\w*])\*[^\s*][^*\n]{0,200}\*(?![\w*])|(?<!\w)_[^\s_][^_\n]{0,200}_(?!\w)/,
  /`[^`\n]+`|<https?:|\[\[|^\|.*\||\\[*_#[\]]/m,
];

/** Whether a text is Markdown whatever its file is called. Its first line may be a headline with `# `. */
export const isUnmistakable = (body: string): boolean => {
  const rest = body.replace(/^\s*# [^\n]*/, '');
  return unmistakable.some((mark) => mark.test(rest));
};

/** Whether a text of a file that calls itself Markdown has any mark of it below its first line. */
export const hasMarks = (body: string): boolean => {
  const rest = body.replace(/^\s*# [^\n]*/, '');
  return isUnmistakable(body) || likely.some((mark) => mark.test(rest));
};
