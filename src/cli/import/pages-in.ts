import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isPage } from '../../parse/page/parse-page.ts';

/** The folder that browsers put beside a page which they save whole: its pages are adverts and frames. */
const beside =
  /(?:_files|[-_](?:Dateien|archivos|fichiers|bestanden|pliki|filer|soubory|tiedostot|dosyalar)|\.files)$/i;

/** The saved pages in a folder, at any depth, in the order of their names. */
export function pagesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory() && !beside.test(entry.name) && !/^[._]/.test(entry.name))
      found.push(...pagesIn(join(folder, entry.name)));
    else if (entry.isFile() && isPage(entry.name)) found.push(join(folder, entry.name));
  }
  return found;
}
