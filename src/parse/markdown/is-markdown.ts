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

/** What follows the last item of a list: its next one, on the next line that is not blank. */
const next = String.raw`[^\n]*\n(?:[ \t]*\n)*`;

/**
 * Marks that Markdown has, and now and then a pasted text. One line with a number or a sign before it is no list: "19.
 * November", "- Nov. 18th", "> Life".
 */
const likely = [
  new RegExp(String.raw`^(?<sign>[-*+]) +\S${next}\k<sign> +\S`, 'm'),
  new RegExp(String.raw`^1[.)] +\S${next}2[.)] +\S`, 'm'),
  /^(?:> ?[^>\s](?:[^\n]{30}|[^\n]*\n>)|>{3})/m,
  /^(?:-{3,}|\*{3,}|_{3,8})[ \t]*$/m,
  /^<[a-z]/im,
  /(?<![\w*])\*[\p{L}\p{N}"“‘«(][^*\n]{0,200}\*(?![\w*])|(?<!\w)_[\p{L}\p{N}"“‘«][^_\n]{0,200}_(?!\w)/u,
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
