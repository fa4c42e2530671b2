/** Opens an isolate, an embedding or an override; closes an isolate; closes an embedding or an override (UAX 9). */
const controls = /[\u2066-\u2068]|\u2069|[\u202A\u202B\u202D\u202E]|\u202C/g;

/**
 * Closes the bidirectional controls that a text leaves open, and drops those that close nothing, so that in a place
 * without markup (a page's title, a feed) they can't turn what stands after it.
 *
 * @returns the same text where its controls are in balance: right-to-left text stays as it is
 */
export function balanced(text: string): string {
  const open: string[] = [];
  const closed = text.replace(controls, (control) => {
    if (/[\u2066-\u2068]/.test(control)) open.push('\u2069');
    else if (/[\u202A\u202B\u202D\u202E]/.test(control)) open.push('\u202C');
    else if (open.at(-1) === control) open.pop();
    else return '';
    return control;
  });
  return closed + open.reverse().join('');
}
