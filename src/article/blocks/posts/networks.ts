/** Where people post, beside X, whose posts are kinds of their own. */
export const networkNames = {
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  threads: 'Threads',
  truthsocial: 'Truth Social',
  telegram: 'Telegram',
  instagram: 'Instagram',
  facebook: 'Facebook',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  reddit: 'Reddit',
  linkedin: 'LinkedIn',
} as const;

export type Network = keyof typeof networkNames;
export const networks = Object.keys(networkNames) as [Network, ...Network[]];

/** The network that a text names: by its key, or by its name in any case and spacing. */
export function networkCalled(name: string): Network | null {
  const plain = name.toLowerCase().replace(/[^a-z]/g, '');
  return networks.find((network) => network === plain) ?? null;
}

/** A post's address, taken apart. */
export interface PostAddress {
  network: Network;
  /** Null where the address names nobody. */
  handle: string | null;
  id: string;
  /** Without tracking parameters, and of the post itself where it was that of an embed. */
  url: string;
  /** The day (UTC, `YYYY-MM-DD`) that the id tells; null where it tells none. */
  day: string | null;
}

type Found = { handle?: string | undefined; id: string; url: string; day?: string | null };

/** Reads the address of a post on a network; null for any other address, those of posts on X among them. */
export function readPostAddress(written: string): PostAddress | null {
  const text = written.trim();
  const at = /^at:\/\/(did:[\w:.]+)\/app\.bsky\.feed\.post\/(\w+)$/.exec(text);
  const url = text.length > 1000 ? null : URL.parse(at ? `https://bsky.app/profile/${at[1]}/post/${at[2]}` : text);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const host = url.hostname.replace(/^(?:www|m|mobile|web|embed|amp|old|new)\./, '');
  const network = hosts[host] ?? 'mastodon';
  const found = readers[network](url, host);
  return found && { network, handle: found.handle || null, id: found.id, url: found.url, day: found.day ?? null };
}

const hosts: Readonly<Record<string, Network>> = {
  'bsky.app': 'bluesky',
  'threads.net': 'threads',
  'threads.com': 'threads',
  'truthsocial.com': 'truthsocial',
  't.me': 'telegram',
  'telegram.me': 'telegram',
  'instagram.com': 'instagram',
  'facebook.com': 'facebook',
  'fb.com': 'facebook',
  'tiktok.com': 'tiktok',
  'youtube.com': 'youtube',
  'reddit.com': 'reddit',
  'linkedin.com': 'linkedin',
};

const readers: Readonly<Record<Network, (url: URL, host: string) => Found | null>> = {
  bluesky({ pathname }) {
    const [, who, id] =
      /^\/profile\/([\w:.-]+)\/post\/(\w+)/.exec(pathname) ??
      /^\/embed\/(did:[\w:.]+)\/app\.bsky\.feed\.post\/(\w+)/.exec(pathname) ??
      [];
    if (!who || !id) return null;
    const handle = who.startsWith('did:') ? '' : who;
    return { handle, id, url: `https://bsky.app/profile/${who}/post/${id}`, day: dayOfTid(id) };
  },
  // Any host may run it: the form of the path and of the id must tell.
  mastodon({ pathname, origin }, host) {
    const [, user, id] =
      /^\/(?:deck\/)?@(\w+(?:[.-]\w+)*(?:@[\w.-]+)?)\/(\d{15,20})(?:\/embed)?\/?$/.exec(pathname) ?? [];
    if (!user || !id || !host.includes('.') || /^(?:x|twitter|medium)\.com$/.test(host)) return null;
    const handle = user.includes('@') ? user : `${user}@${host}`;
    return { handle, id, url: `${origin}/@${user}/${id}`, day: dayOfSnowflake(id) };
  },
  threads({ pathname, origin }) {
    const [, handle, id] = /^\/@([\w.]{1,30})\/post\/([\w-]{5,20})/.exec(pathname) ?? [];
    if (id) return { handle, id, url: `${origin}/@${handle}/post/${id}` };
    const [, short] = /^\/t\/([\w-]{5,20})/.exec(pathname) ?? [];
    return short ? { id: short, url: `${origin}/t/${short}` } : null;
  },
  truthsocial({ pathname }) {
    const [, handle, id] =
      /^\/(?:users\/|@)(\w{1,30})\/(?:posts\/|statuses\/)?(\d{15,20})(?:\/embed)?\/?$/.exec(pathname) ?? [];
    return id ? { handle, id, url: `https://truthsocial.com/@${handle}/posts/${id}`, day: dayOfSnowflake(id) } : null;
  },
  telegram({ pathname }) {
    const [, handle, id] = /^\/(?:s\/)?([A-Za-z]\w{3,31})\/(\d{1,10})\/?$/.exec(pathname) ?? [];
    return id ? { handle, id, url: `https://t.me/${handle}/${id}` } : null;
  },
  instagram({ pathname }) {
    const [, handle, kind, id] = /^\/(?:([\w.]{1,30})\/)?(p|reel|tv)\/([\w-]{5,40})(?:\/|$)/.exec(pathname) ?? [];
    return id ? { handle, id, url: `https://www.instagram.com/${kind}/${id}/` } : null;
  },
  facebook(url) {
    const { pathname, searchParams } = url;
    const inner = /^\/plugins\/post\.php$/.test(pathname) ? URL.parse(searchParams.get('href') ?? '') : null;
    if (inner) return /(?:^|\.)facebook\.com$/.test(inner.hostname) ? readers.facebook(inner, '') : null;
    const [, page, id] = /^\/([\w.-]+)\/(?:posts|photos(?:\/[\w.]+)?)\/([\w.:-]+)\/?$/.exec(pathname) ?? [];
    if (id) return { handle: /^\d+$/.test(page!) ? '' : page, id, url: `https://www.facebook.com${pathname}` };
    const story = /^\/(?:permalink|story)\.php$/.test(pathname) ? searchParams.get('story_fbid') : null;
    if (!story) return null;
    const query = new URLSearchParams({ story_fbid: story, id: searchParams.get('id') ?? '' });
    return { id: story, url: `https://www.facebook.com${pathname}?${query}` };
  },
  tiktok({ pathname }) {
    const [, handle, id] = /^\/@([\w.]{2,24})\/(?:video|photo)\/(\d{15,20})/.exec(pathname) ?? [];
    return id ? { handle, id, url: `https://www.tiktok.com/@${handle}/video/${id}` } : null;
  },
  youtube({ pathname, searchParams }) {
    const [, id] = /^\/post\/(Ug[\w-]{20,40})/.exec(pathname) ?? [];
    const linked = /^\/(?:channel\/|@|c\/|user\/)[^/]+\/community$/.test(pathname) ? searchParams.get('lb') : null;
    const post = id ?? linked;
    return post ? { id: post, url: `https://www.youtube.com/post/${post}` } : null;
  },
  reddit({ pathname }) {
    const [, place, id, rest = ''] =
      /^\/(r\/\w{2,21}|user\/[\w-]{3,20})\/comments\/(\w{4,10})((?:\/[\w%-]+){0,2})\/?$/.exec(pathname) ?? [];
    return id ? { id, url: `https://www.reddit.com/${place}/comments/${id}${rest}/` } : null;
  },
  linkedin({ pathname }) {
    const [, kind, id] =
      /^\/(?:embed\/)?feed\/update\/urn:li:(share|activity|ugcPost):(\d{15,20})/.exec(pathname) ?? [];
    if (id) return { id, url: `https://www.linkedin.com/feed/update/urn:li:${kind}:${id}/` };
    const [, slug] = /^\/posts\/([\w%-]{5,200})\/?$/.exec(pathname) ?? [];
    return slug ? { id: slug, url: `https://www.linkedin.com/posts/${slug}/` } : null;
  },
};

const dayOf = (milliseconds: number): string | null =>
  milliseconds > Date.UTC(2008) && milliseconds < Date.UTC(2100)
    ? new Date(milliseconds).toISOString().slice(0, 10)
    : null;

/** Mastodon's ids, and those of its fork Truth Social: milliseconds since 1970, and 16 bits behind them (Mastodon, `Snowflake`). */
const dayOfSnowflake = (id: string): string | null => dayOf(Number(BigInt(id) >> 16n));

const tidSigns = '234567abcdefghijklmnopqrstuvwxyz';

/** Bluesky's ids: microseconds since 1970, and 10 bits behind them, in 13 signs of base 32 (AT Protocol, "TID"). */
function dayOfTid(id: string): string | null {
  if (!/^[2-7a-j][2-7a-z]{12}$/.test(id)) return null;
  const value = [...id].reduce((sum, sign) => sum * 32n + BigInt(tidSigns.indexOf(sign)), 0n);
  return dayOf(Number((value >> 10n) / 1000n));
}

/** What accounts are called on a network; X's own rule is in `parse/posts/`. */
const handles: Readonly<Record<Network, RegExp>> = {
  bluesky: /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,5}[a-z]{2,24}$/i,
  mastodon: /^\w+(?:[.-]\w+)*@(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}$/i,
  threads: /^[\w.]{1,30}$/,
  truthsocial: /^\w{1,30}$/,
  telegram: /^[A-Za-z]\w{3,31}$/,
  instagram: /^[\w.]{1,30}$/,
  facebook: /^[\w.-]{1,50}$/,
  tiktok: /^[\w.]{2,24}$/,
  youtube: /^[\w.-]{3,30}$/,
  reddit: /^[\w-]{3,20}$/,
  linkedin: /^[\w%-]{3,100}$/,
};

/** Whether an account can be called so on a network. */
export const isHandleOn = (network: Network, handle: string): boolean => handles[network].test(handle);

/** The network that a handle's form tells: `user@host` is Mastodon's, a domain Bluesky's; null where the form tells none. */
export function networkOfHandle(handle: string): 'bluesky' | 'mastodon' | null {
  if (handle.includes('@')) return isHandleOn('mastodon', handle) ? 'mastodon' : null;
  return isHandleOn('bluesky', handle) ? 'bluesky' : null;
}
