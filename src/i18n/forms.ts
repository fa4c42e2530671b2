/**
 * The tag by whose forms a language's dates and numbers are written: the pages and the scripts in the browser must
 * agree, and plain English would be American there, with the month first.
 *
 * @param tag BCP 47, as the page's `lang` has it
 */
export function formsOf(tag: string): string {
  return tag === 'en' ? 'en-GB' : tag;
}
