import words from 'words:desk';
import { picturePath } from '../../desk/picture-path.ts';
import type { DeskPicture } from '../../desk/reading.ts';
import { el } from '../dom.ts';
import { part, setting } from './setting.ts';

/** Pictures on the desk. They are in this browser alone until the article is kept. */
interface Held extends DeskPicture {
  file: Blob;
  address: string;
}

const held = new Map<string, Held>();
const listeners: (() => void)[] = [];

export const pictureNames = (): string[] => [...held.keys()];
export const pictures = (): DeskPicture[] =>
  [...held.values()].map(({ name, width, height }) => ({ name, width, height }));
export const pictureFiles = (): { name: string; file: Blob }[] =>
  [...held.values()].map(({ name, file }) => ({ name, file }));
export const onPictures = (listener: () => void): void => void listeners.push(listener);

/** Formats that the build takes. */
const formats = /\.(?:jpe?g|png|webp|avif|gif)$/i;
export const isPicture = ({ name }: File): boolean => formats.test(name);

/** A name as a file beside the article may have it. */
const plainName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .replace(/[^\p{L}\p{N}.-]+/gu, '-')
    .replace(/^[.-]+/, '') || 'picture.jpg';

/** Puts pictures on the desk; what the browser can't read as one is passed over. */
export async function addPictures(files: readonly { name: string; file: Blob }[]): Promise<void> {
  for (const { name: written, file } of files) {
    const name = plainName(written);
    const bitmap = await createImageBitmap(file).catch(() => null);
    if (!bitmap) continue;
    const { width, height } = bitmap;
    bitmap.close();
    const before = held.get(name);
    if (before) URL.revokeObjectURL(before.address);
    held.set(name, { name, file, width, height, address: URL.createObjectURL(file) });
  }
  changed();
}

export function dropPictures(names: readonly string[] = pictureNames()): void {
  for (const name of names) {
    const picture = held.get(name);
    if (picture) URL.revokeObjectURL(picture.address);
    held.delete(name);
  }
  changed();
}

/** A picture's address in this browser, where the desk has it. */
export function pictureAddress(src: string): string {
  for (const [name, { address }] of held) if (picturePath(setting.base, name) === src) return address;
  return src;
}

function changed(): void {
  const list = part('.desk-pictures ul');
  list.replaceChildren(
    ...[...held.values()].map(({ name, address }) => {
      const away = el('button', { type: 'button', 'aria-label': words.remove.replace('{name}', name) }, '×');
      away.addEventListener('click', () => dropPictures([name]));
      return el('li', {}, el('img', { src: address, alt: '' }), el('span', { dir: 'auto' }, name), away);
    }),
  );
  for (const listener of listeners) listener();
}

export function listenToPictures(): void {
  const field = part<HTMLInputElement>('#desk-picture-files');
  part('#desk-add-pictures').addEventListener('click', () => field.click());
  field.addEventListener('change', () => {
    void addPictures([...(field.files ?? [])].map((file) => ({ name: file.name, file })));
    field.value = '';
  });
}
