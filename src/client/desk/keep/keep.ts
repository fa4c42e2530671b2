import words from 'words:desk';
import { say } from '../../dom.ts';
import { write } from '../ask.ts';
import { pictureFiles } from '../pictures.ts';
import { part, setting } from '../setting.ts';
import { current } from '../state.ts';
import { download, Exists, hasFolders, intoContent, intoFolder, intoRepository, type Leaving } from './ways.ts';

/** The ways in which an article is kept: those that this browser and this site have. */

const SAID = 'broadsheet-desk-kept';

const nameField = (): HTMLInputElement => part<HTMLInputElement>('#desk-name');
/** Whether the person gave the file its name: then it stays. */
let isNamed = false;

async function leaving(): Promise<Leaving> {
  const written = nameField()
    .value.trim()
    .replace(/\.(?:md|markdown|txt)$/i, '');
  return { name: `${written || 'article'}.md`, markdown: await write(current()), pictures: pictureFiles() };
}

/** Keeps it, asks before it writes over something, and says what became of it. */
async function keep(
  way: (article: Leaving, replace: boolean) => Promise<string | null>,
  replace = false,
): Promise<void> {
  try {
    const file = await way(await leaving(), replace);
    if (file === null) return;
    say(words.kept.replace('{file}', file));
    // In development the page is loaded again as soon as the content folder has changed.
    if (setting.token !== undefined) sessionStorage.setItem(SAID, words.kept.replace('{file}', file));
  } catch (error) {
    if (error instanceof Exists)
      say(words.exists.replace('{file}', error.message), { label: words.replace, act: () => void keep(way, true) });
    else if (!(error instanceof DOMException && error.name === 'AbortError'))
      say(words.notKept.replace('{why}', error instanceof Error ? error.message : String(error)));
  }
}

function offer(
  id: string,
  isThere: boolean,
  way: (article: Leaving, replace: boolean) => Promise<string | null>,
): void {
  const button = part<HTMLButtonElement>(id);
  button.hidden = !isThere;
  button.addEventListener('click', () => void keep(way));
}

export function listenToKeep(): void {
  const { token, repository } = setting;
  nameField().addEventListener('input', () => (isNamed = nameField().value.trim() !== ''));
  offer('#desk-here', token !== undefined, (article, replace) => intoContent(article, token ?? '', replace));
  offer('#desk-download', true, download);
  offer('#desk-folder', hasFolders, intoFolder);
  offer('#desk-repository', repository !== '', async (article) => {
    if (await intoRepository(article, repository)) say(words.tooLong);
    return null;
  });
  offer('#desk-copy', true, async ({ markdown }) => {
    await navigator.clipboard.writeText(markdown);
    say(words.copied);
    return null;
  });
}

/** Says again what was kept, where the page was loaded again over it. */
export function sayAgain(): boolean {
  const said = sessionStorage.getItem(SAID);
  sessionStorage.removeItem(SAID);
  if (said !== null) say(said);
  return said !== null;
}

/** Shows the name that the article would have, unless its person gave another. */
export function showName(name: string): void {
  if (!isNamed && nameField() !== document.activeElement) nameField().value = name;
}

export function forgetName(): void {
  isNamed = false;
}
