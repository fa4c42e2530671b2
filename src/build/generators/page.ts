import type { Work } from '../../edition/files/output-file.ts';
import type { GeneratorContext } from './generator.ts';
import { provideArticles } from '../pages/provided-articles.ts';
import { pageAddress } from '../pages/page-address.ts';
import { hostsOn, withPolicy, withRoom } from '../pages/policy.ts';

/** Hashes of styles and scripts, which many pages share. */
const hashes = new Map<string, string>();

/** A page: printed by the compiled routes, then given its policy. */
export async function make(
  { page, chrome }: Extract<Work, { generator: 'page' }>,
  { path, records, site, render }: GeneratorContext,
): Promise<string> {
  const isOwn = page.kind === 'own';
  if (isOwn) provideArticles(() => Promise.resolve(records));
  const html = await render(pageAddress(path, site), {
    page,
    chrome,
    site,
    record: isOwn ? null : (records[0] ?? null),
  });
  return withPolicy(
    isOwn ? withRoom(html) : html,
    {
      pictureHosts: site.pictureHosts,
      wasm: page.kind === 'search',
      hosts: hostsOn(site, page.kind),
      ownPictures: page.kind === 'desk',
    },
    hashes,
  );
}
