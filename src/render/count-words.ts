const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Words of any script: in Chinese and Japanese, which write no blanks, by the segmenter's dictionary. */
export function countWords(text: string): number {
  if (!/[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]/.test(text))
    return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0;
  let count = 0;
  for (const part of segmenter.segment(text)) if (part.isWordLike) count += 1;
  return count;
}
