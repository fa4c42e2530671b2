import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { headersFile } from '../../hosting/hosting.ts';
import { wholeStyle } from '../../downloads/one-file-style.ts';
import type { Site } from '../../site.ts';
import type { Manifest } from '../cache/manifest.ts';
import { inside } from './paths.ts';
import { headerPolicy, hostsOn, policyIn } from '../pages/policy.ts';
import type { MadeFile } from '../pages/generate.ts';

/** The pages whose policies decide what `_headers` allows. An article's one file has a policy that is the same in all of them. */
export const policed = (files: Manifest): MadeFile[] =>
  [...files.values()].filter(({ path }) => path.endsWith('.html') && !path.startsWith('keep/'));

/**
 * The `_headers` file, whose Content-Security-Policy is made from those of the final pages.
 *
 * @param folder where the files are
 */
export function makeHeaders(files: Manifest, folder: string, site: Pick<Site, 'base' | 'thirdParty' | 'desk'>): string {
  const policies = new Set<string>([wholeStyle.policy]);
  for (const { path } of policed(files)) {
    const policy = policyOf(inside(folder, path));
    // A file of `public/` may carry none.
    if (policy !== null) policies.add(policy);
  }
  return headersFile(site, headerPolicy(policies, { hosts: hostsOn(site, null) }));
}

/** A policy stands first in its page: the rest need not be read. */
const BEGINNING = 4096;

function policyOf(file: string): string | null {
  const bytes = Buffer.alloc(BEGINNING);
  const handle = openSync(file, 'r');
  try {
    const size = readSync(handle, bytes, 0, BEGINNING, 0);
    return (
      policyIn(bytes.toString('utf8', 0, size)) ?? (size < BEGINNING ? null : policyIn(readFileSync(file, 'utf8')))
    );
  } finally {
    closeSync(handle);
  }
}
