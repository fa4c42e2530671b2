/** Signs that are written without blanks between them: Chinese, Japanese, their punctuation and their wide forms. */
const sign = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303F\\u30FC\\uFF01-\\uFF65';
/** Marks that such texts share with others. */
const shared = '“”‘’…—·';

/** Whether a text has any of them. */
export const hasEastAsian = (text: string): boolean =>
  /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff65]/.test(text);

const wrapped = new RegExp(
  `(?<=[${sign}])[ \\t]*\\n[ \\t]*(?=[${sign}${shared}])|(?<=[${shared}])[ \\t]*\\n[ \\t]*(?=[${sign}])`,
  'gu',
);

/** Takes out the line breaks at which a text in such signs was wrapped: a blank in their place would part a word. */
export const joinWrapped = (text: string): string => text.replace(wrapped, '');

const endsInSign = new RegExp(`[${sign}]$`, 'u');
const beginsWithSign = new RegExp(`^[${sign}]`, 'u');

/** Whether nothing parts two texts that meet at a line break. */
export const meet = (before: string, after: string): boolean => endsInSign.test(before) && beginsWithSign.test(after);
