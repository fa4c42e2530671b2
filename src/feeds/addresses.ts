/**
 * Addresses in HTML that the gate of `render/` wrote. Its serializer quotes every attribute with `"`,
 * and `<` begins nothing but a tag, so tags are found without parsing the whole again: a feed's twenty
 * articles would cost a parse each in every feed that has them.
 */
const tag = /<[a-z][a-z0-9]*(?:\s+[^\s"=<>]+(?:="[^"]*")?)+\s*>/g;
const attribute = /\s+(href|src|cite|srcset|sizes|loading|decoding)="([^"]*)"/g;

/** What becomes of the addresses in a text that leaves its page. */
export interface Away {
  /** Scheme and host of the site, without a slash at its end. */
  origin: string;
  /** Absolute address of the page on which fragments are. */
  page: string;
  /** Another source for a picture, by its path; undefined leaves the absolute address. */
  picture?: (path: string) => string | undefined;
}

/**
 * Makes a text's addresses absolute, and leaves one source to each picture: feed readers and files that
 * are kept have no use for renditions.
 *
 * @param html safe HTML as `ArticleRecord.story` has it
 */
export function takeAway(html: string, { origin, page, picture }: Away): string {
  return html.replace(tag, (whole) =>
    whole.replace(attribute, (all, name: string, value: string) => {
      switch (name) {
        case 'srcset':
        case 'sizes':
        case 'loading':
        case 'decoding':
          // Only pictures have these.
          return whole.startsWith('<img') ? '' : all;
        case 'src':
          return ` src="${picture?.(value) ?? absolute(value, origin, page)}"`;
        default:
          return ` ${name}="${absolute(value, origin, page)}"`;
      }
    }),
  );
}

function absolute(address: string, origin: string, page: string): string {
  if (address.startsWith('#')) return page + address;
  return address.startsWith('/') ? origin + address : address;
}
