import { item, type Entries } from './item.ts';
import { webAddress } from './addresses.ts';

/** The address in a file that opens a page: `.url` of Windows, `.webloc` of a Mac, `.desktop` of Linux; null for others. */
export function shortcutIn(text: string): string | null {
  const beginning = text.slice(0, 4000);
  const found =
    /^\s*\[InternetShortcut\][^]*?^URL=(.+)$/m.exec(beginning)?.[1] ??
    /^\s*\[Desktop Entry\][^]*?^URL(?:\[\w+\])?=(.+)$/m.exec(beginning)?.[1] ??
    /<plist\b[^>]*>\s*<dict>\s*<key>URL<\/key>\s*<string>([^<]+)<\/string>/
      .exec(beginning)?.[1]
      ?.replaceAll('&amp;', '&');
  return webAddress(found?.trim() ?? null);
}

export const shortcutEntries = (address: string): Entries => [item({ place: 'the file', address })];
