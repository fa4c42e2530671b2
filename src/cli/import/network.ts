import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';

/** What one request may cost. */
export interface Cost {
  bytes: number;
  milliseconds: number;
}

/** How often one address may lead on to another. */
const most = 5;

/**
 * Loads an address over http or https. Nothing is sent but the request; nothing is stored.
 *
 * @returns the bytes, or why there are none, in words for the user
 */
export async function load(address: string, cost: Cost, trusted = false): Promise<Uint8Array | string> {
  const signal = AbortSignal.timeout(cost.milliseconds);
  let url = URL.parse(address);
  try {
    for (let turn = 0; turn <= most; turn++) {
      if (!url || !/^https?:$/.test(url.protocol)) return 'its address is none of the web';
      if (!(trusted && turn === 0) && (await isPrivate(url.hostname))) return 'its address is of this machine or its network'; // prettier-ignore
      const response = await fetch(url, {
        signal,
        redirect: 'manual',
        headers: { accept: '*/*', 'user-agent': 'Broadsheet (a reader importing saved articles)' },
      });
      const next = response.headers.get('location');
      if (response.status >= 300 && response.status < 400 && next) {
        url = URL.parse(next, url.href);
        continue;
      }
      if (!response.ok) return `the server says ${response.status} ${response.statusText}`.trim();
      return await bodyOf(response, cost.bytes);
    }
    return `it leads on more than ${most} times`;
  } catch (error) {
    if (signal.aborted) return `it took longer than ${cost.milliseconds / 1000} seconds`;
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
    return `there is no connection to it${cause ? ` (${cause})` : ''}`;
  }
}

async function bodyOf(response: Response, limit: number): Promise<Uint8Array | string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > limit) return `it is larger than ${Math.round(limit / 1e6)} MB`;
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** Loopback, link-local and private networks: a page must not make this machine ask its neighbours. */
const closed =
  /^(?:0|10|127)\.|^169\.254\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^(?:::1?$|f[cd]|fe[89ab]|::ffff:)/i;

async function isPrivate(host: string): Promise<boolean> {
  const bare = host.replace(/^\[|\]$/g, '');
  if (/^localhost$|\.(?:local|localhost|internal)$/i.test(bare)) return true;
  if (isIP(bare)) return closed.test(bare);
  const found = await lookup(bare, { all: true }).catch(() => []);
  return found.some(({ address }) => closed.test(address));
}
