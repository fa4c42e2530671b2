/** Where a film or recording is, taken apart. */
export interface MediaAddress {
  kind: 'video' | 'audio';
  /** Who shows it: "YouTube"; the host for a file. */
  provider: string;
  /** The page on which it can be seen, where its embed's address tells one; without tracking parameters. */
  url: string;
}

type Reader = (url: URL) => string | null | undefined;
interface Provider {
  kind: MediaAddress['kind'];
  name: string;
  hosts: RegExp;
  /** The page of the film on this host; nothing where the address is another. */
  page: Reader;
}

const id = '([\\w-]{3,80})';
/** Takes what a path says and puts it into a page's address. */
const path =
  (pattern: string, page: (...parts: string[]) => string): Reader =>
  ({ pathname }) => {
    const found = new RegExp(`^${pattern}/?$`).exec(pathname);
    return found && page(...found.slice(1).map((part) => part ?? ''));
  };
const query =
  (key: string, pattern: RegExp, page: (value: string) => string): Reader =>
  ({ searchParams }) => {
    const value = searchParams.get(key);
    return value !== null && pattern.test(value) ? page(value) : null;
  };
/** The address that another address carries. */
const carried =
  (key: string, host: RegExp): Reader =>
  ({ searchParams }) => {
    const inner = URL.parse(searchParams.get(key) ?? '');
    return inner && /^https?:$/.test(inner.protocol) && host.test(inner.hostname)
      ? inner.origin + inner.pathname
      : null;
  };
const first =
  (...readers: Reader[]): Reader =>
  (url) =>
    readers.map((read) => read(url)).find(Boolean);
const itself: Reader = ({ origin, pathname }) => (pathname.length > 3 ? origin + pathname : null);

const youtube = (video: string) => `https://www.youtube.com/watch?v=${video}`;
const videoId = /^[\w-]{11}$/;

/** One row each: to add a provider is to add one here. */
const providers: readonly Provider[] = [
  {
    kind: 'video',
    name: 'YouTube',
    hosts: /^(?:youtube(?:-nocookie)?\.com|youtu\.be)$/,
    page: first(
      query('v', videoId, youtube),
      path('/(?:embed|shorts|live|v)/([\\w-]{11})', youtube),
      (url) => (url.hostname === 'youtu.be' ? path('/([\\w-]{11})', youtube)(url) : null),
      (url) =>
        /^\/(?:embed\/videoseries|playlist)$/.test(url.pathname)
          ? query('list', /^[\w-]{10,60}$/, (list) => `https://www.youtube.com/playlist?list=${list}`)(url)
          : null,
    ),
  },
  {
    kind: 'video',
    name: 'Vimeo',
    hosts: /^(?:player\.)?vimeo\.com$/,
    page: path('/(?:video/)?(\\d{5,12})(/\\w{6,12})?', (video, hash) => `https://vimeo.com/${video}${hash}`),
  },
  {
    kind: 'video',
    name: 'Dailymotion',
    hosts: /^(?:(?:geo\.)?dailymotion\.com|dai\.ly)$/,
    page: first(
      path('/(?:embed/)?video/([a-z0-9]{5,12})(?:_[\\w-]*)?', (video) => `https://www.dailymotion.com/video/${video}`),
      query('video', /^[a-z0-9]{5,12}$/, (video) => `https://www.dailymotion.com/video/${video}`),
      (url) =>
        url.hostname === 'dai.ly'
          ? path('/([a-z0-9]{5,12})', (video) => `https://www.dailymotion.com/video/${video}`)(url)
          : null,
    ),
  },
  {
    kind: 'video',
    name: 'Twitch',
    hosts: /^(?:(?:player|clips)\.)?twitch\.tv$/,
    page: first(
      path('/videos/(\\d{6,12})', (video) => `https://www.twitch.tv/videos/${video}`),
      path('/\\w{2,25}/clip/([\\w-]{5,80})', (clip) => `https://clips.twitch.tv/${clip}`),
      query('video', /^v?\d{6,12}$/, (video) => `https://www.twitch.tv/videos/${video.replace('v', '')}`),
      query('clip', /^[\w-]{5,80}$/, (clip) => `https://clips.twitch.tv/${clip}`),
      (url) =>
        url.hostname === 'clips.twitch.tv'
          ? path('/([\\w-]{5,80})', (clip) => `https://clips.twitch.tv/${clip}`)(url)
          : null,
    ),
  },
  {
    kind: 'video',
    name: 'Facebook',
    hosts: /^(?:facebook\.com|fb\.watch)$/,
    page: first(
      (url) => (url.pathname === '/plugins/video.php' ? carried('href', /(?:^|\.)facebook\.com$/)(url) : null),
      path(
        '/([\\w.-]+)/videos/(?:[\\w.-]+/)?(\\d{6,20})',
        (page, video) => `https://www.facebook.com/${page}/videos/${video}/`,
      ),
      (url) =>
        url.pathname === '/watch/' || url.pathname === '/watch'
          ? query('v', /^\d{6,20}$/, (video) => `https://www.facebook.com/watch/?v=${video}`)(url)
          : null,
      (url) => (url.hostname === 'fb.watch' ? path(`/${id}`, (video) => `https://fb.watch/${video}/`)(url) : null),
    ),
  },
  {
    kind: 'video',
    name: 'Rumble',
    hosts: /^rumble\.com$/,
    page: path('/((?:embed/)?v[a-z0-9]{4,10}(?:-[\\w.-]*)?)', (video) => `https://rumble.com/${video}`),
  },
  {
    kind: 'video',
    name: 'TED',
    hosts: /^(?:embed\.)?ted\.com$/,
    page: path('/talks/(?:lang/[\\w-]{2,7}/)?(\\w{3,120})', (talk) => `https://www.ted.com/talks/${talk}`),
  },
  {
    kind: 'video',
    name: 'Bilibili',
    hosts: /^(?:player\.)?bilibili\.com$/,
    page: first(
      path('/video/((?:BV|av)\\w{5,14})', (video) => `https://www.bilibili.com/video/${video}`),
      query('bvid', /^BV\w{8,14}$/, (video) => `https://www.bilibili.com/video/${video}`),
    ),
  },
  {
    kind: 'video',
    name: 'Streamable',
    hosts: /^streamable\.com$/,
    page: path('/(?:[eos]/)?([a-z0-9]{4,8})', (video) => `https://streamable.com/${video}`),
  },
  {
    kind: 'video',
    name: 'Odysee',
    hosts: /^odysee\.com$/,
    page: path('/(?:\\$/embed/)?(@?[^/]+(?:/[^/]+)?)', (video) => `https://odysee.com/${video}`),
  },
  { kind: 'video', name: 'Brightcove', hosts: /^players\.brightcove\.net$/, page: ({ href }) => href },
  { kind: 'video', name: 'JW Player', hosts: /^(?:cdn|content)\.jwplatform\.com$|^cdn\.jwplayer\.com$/, page: itself },
  { kind: 'video', name: 'Wistia', hosts: /^fast\.wistia\.(?:net|com)$/, page: itself },
  {
    kind: 'audio',
    name: 'Spotify',
    hosts: /^open\.spotify\.com$/,
    page: path(
      '/(?:intl-\\w{2}/)?(?:embed(?:-podcast)?/)?(episode|show|track|album|playlist)/(\\w{22})',
      (what, number) => `https://open.spotify.com/${what}/${number}`,
    ),
  },
  {
    kind: 'audio',
    name: 'SoundCloud',
    hosts: /^(?:w\.)?soundcloud\.com$/,
    page: first(carried('url', /(?:^|\.)soundcloud\.com$/), (url) =>
      url.hostname === 'soundcloud.com'
        ? path('/([\\w-]{2,40})/((?:sets/)?[\\w-]{2,120})', (who, what) => `https://soundcloud.com/${who}/${what}`)(url)
        : null,
    ),
  },
  {
    kind: 'audio',
    name: 'Apple Podcasts',
    hosts: /^(?:embed\.)?podcasts\.apple\.com$/,
    page: ({ pathname, searchParams }) => {
      if (!/^\/(?:\w{2}\/)?podcast\//.test(pathname)) return null;
      const episode = searchParams.get('i');
      return `https://podcasts.apple.com${pathname}${episode && /^\d+$/.test(episode) ? `?i=${episode}` : ''}`;
    },
  },
  {
    kind: 'audio',
    name: 'Bandcamp',
    hosts: /^(?:[\w-]+\.)?bandcamp\.com$/,
    page: path('/((?:track|album)/[\\w-]{1,120}|EmbeddedPlayer/.{3,200})', (what) => what),
  },
  { kind: 'audio', name: 'Megaphone', hosts: /^(?:player|playlist|traffic)\.megaphone\.fm$/, page: ({ href }) => href },
  { kind: 'audio', name: 'Acast', hosts: /^(?:embed|play|shows)\.acast\.com$/, page: itself },
  { kind: 'audio', name: 'Simplecast', hosts: /^player\.simplecast\.com$/, page: itself },
  { kind: 'audio', name: 'Omny', hosts: /^omny\.fm$/, page: itself },
  { kind: 'audio', name: 'Libsyn', hosts: /^(?:html5-player|play)\.libsyn\.com$/, page: itself },
  { kind: 'audio', name: 'Audioboom', hosts: /^(?:embeds\.)?audioboom\.com$/, page: itself },
  {
    kind: 'audio',
    name: 'Deezer',
    hosts: /^(?:widget\.)?deezer\.com$/,
    page: path(
      '/(?:widget/\\w+/|\\w{2}/)?(track|album|episode|show)/(\\d+)',
      (what, number) => `https://www.deezer.com/${what}/${number}`,
    ),
  },
];

const files = {
  video: /\.(?:mp4|m4v|webm|mov|ogv|m3u8)$/i,
  audio: /\.(?:mp3|m4a|aac|ogg|oga|opus|wav|flac)$/i,
} as const;

/**
 * Reads the address of a film or recording: a provider's page or frame, or a file on the web.
 *
 * @returns null for any other address
 */
export function readMediaAddress(written: string): MediaAddress | null {
  const text = written.trim().replace(/^\/\//, 'https://');
  const url = text.length > 2000 ? null : URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const host = url.hostname.replace(/^(?:www|m|mobile|music)\./, '');
  url.hostname = host;
  for (const { kind, name, hosts, page } of providers) {
    if (!hosts.test(host)) continue;
    const found = page(url);
    if (found) return { kind, provider: name, url: /^https?:/.test(found) ? found : `${url.origin}/${found}` };
  }
  const kind = (['video', 'audio'] as const).find((each) => files[each].test(url.pathname));
  const own = URL.parse(text)!;
  return kind ? { kind, provider: own.hostname, url: own.origin + own.pathname + own.search } : null;
}
