import { newFilePage } from '../../../desk/new-file.ts';
import { at } from '../../dom.ts';

/** An article on its way out of the desk. */
export interface Leaving {
  name: string;
  markdown: string;
  pictures: { name: string; file: Blob }[];
}

/** A file of that name is there already: nobody writes over it unasked. */
export class Exists extends Error {}

function save(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Downloads the article, with its pictures as one zip. */
export async function download({ name, markdown, pictures }: Leaving): Promise<string> {
  if (pictures.length === 0) {
    save(name, new Blob([markdown], { type: 'text/markdown' }));
    return name;
  }
  const { zip } = await import('./zip.ts');
  const whole = name.replace(/\.md$/, '.zip');
  save(whole, await zip(name, markdown, pictures));
  return whole;
}

type Picker = (options: { mode: 'readwrite'; id: string }) => Promise<FileSystemDirectoryHandle>;
const picker = (globalThis as { showDirectoryPicker?: Picker }).showDirectoryPicker;
export const hasFolders = picker !== undefined;
let folder: FileSystemDirectoryHandle | null = null;

/**
 * Writes the article into a folder on this device, which is asked for once.
 *
 * @throws Exists
 */
export async function intoFolder({ name, markdown, pictures }: Leaving, replace: boolean): Promise<string> {
  folder ??= (await picker?.({ mode: 'readwrite', id: 'desk' })) ?? null;
  if (!folder) throw new Error('no folder');
  const files = [{ name, file: new Blob([markdown]) }, ...pictures];
  if (!replace) for (const { name: each } of files) if (await isThere(folder, each)) throw new Exists(each);
  for (const { name: each, file } of files) {
    const handle = await folder.getFileHandle(each, { create: true });
    const writing = await handle.createWritable();
    await writing.write(file);
    await writing.close();
  }
  return `${folder.name}/${name}`;
}

const isThere = (where: FileSystemDirectoryHandle, name: string): Promise<boolean> =>
  where.getFileHandle(name).then(
    () => true,
    () => false,
  );

/**
 * Has `astro dev` write the article into the content folder.
 *
 * @param token what the page was given by the server that it came from
 * @throws Exists
 */
export async function intoContent(
  { name, markdown, pictures }: Leaving,
  token: string,
  replace: boolean,
): Promise<string> {
  const body = new FormData();
  body.set('article', new File([markdown], name, { type: 'text/markdown' }));
  for (const picture of pictures) body.append('picture', picture.file, picture.name);
  const response = await fetch(at('/desk/keep.txt'), {
    method: 'POST',
    headers: { 'Desk-Token': token, ...(replace && { 'Desk-Replace': 'yes' }) },
    body,
  });
  const said = (await response.text()).trim();
  if (response.status === 409) throw new Exists(said);
  // What answers elsewhere is a page, and says nothing to a person.
  if (!response.ok) throw new Error(/^</.test(said) ? String(response.status) : said);
  return said;
}

/**
 * Opens the repository's page for a new file, the text in it where it fits.
 *
 * @returns whether the text was copied, to be pasted there
 */
export async function intoRepository({ name, markdown }: Leaving, repository: string): Promise<boolean> {
  const page = newFilePage(repository, 'content/articles', name, markdown);
  if (!page) throw new Error(repository);
  if (!page.whole) await navigator.clipboard.writeText(markdown);
  open(page.address, '_blank', 'noopener');
  return !page.whole;
}
