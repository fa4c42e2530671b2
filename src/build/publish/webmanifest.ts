import { catalogues } from '../../i18n/catalogues.ts';
import { wording } from '../../i18n/wording.ts';
import type { Site } from '../../site.ts';

/**
 * The web app manifest (W3C "Web Application Manifest"): with it the site can be installed. To be published as
 * `manifest.webmanifest` at the site's base. The icons are those of `public/`.
 * @returns JSON
 */
export function webManifest(site: Site): string {
  const { text, tag, dir } = wording(site);
  const at = (path: string): string => site.base + path;
  const icon = (file: string, size: number, purpose: string) => ({
    src: at(file),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  const manifest = {
    id: site.base,
    name: site.title,
    short_name: [...site.title].length > 12 ? (site.title.split(/\s+/).at(-1) ?? site.title) : site.title,
    description: site.tagline,
    lang: tag,
    dir,
    start_url: site.base,
    scope: site.base,
    display: 'minimal-ui',
    theme_color: '#fcfbf8',
    background_color: '#fcfbf8',
    categories: ['news'],
    icons: [
      icon('icon-192.png', 192, 'any'),
      icon('icon-512.png', 512, 'any'),
      icon('icon-maskable-512.png', 512, 'maskable'),
      { src: at('icon.svg'), sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    ],
    shortcuts: [
      { name: text.frame.saved, url: at('saved/') },
      { name: text.frame.search, url: at('search/') },
      ...(site.desk === 'public' ? [{ name: catalogues[site.language].desk.title, url: at('desk/') }] : []),
    ],
    ...(site.desk === 'public' && {
      // The service worker takes it: nothing that is shared leaves the device.
      share_target: {
        action: at('desk/'),
        method: 'POST',
        enctype: 'multipart/form-data',
        params: {
          title: 'title',
          text: 'text',
          url: 'url',
          files: [
            { name: 'files', accept: ['text/plain', 'text/markdown', 'text/html', 'image/*', '.md', '.txt', '.html'] },
          ],
        },
      },
    }),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
