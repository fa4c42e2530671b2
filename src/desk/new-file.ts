/** What fits an address everywhere: GitHub answers 414 to longer ones. */
const LONGEST = 7_500;

/** A repository's page for a new file: `whole` where the text is in its address. */
export interface NewFile {
  address: string;
  whole: boolean;
}

/**
 * The page of GitHub, GitLab or Forgejo on which a new file is begun.
 *
 * @param repository its address, `https://github.com/owner/name`; a branch stands behind `#`, `main` without it
 * @param folder     in it, such as `content/articles`
 * @returns null where this is no address of a repository
 */
export function newFilePage(repository: string, folder: string, name: string, text: string): NewFile | null {
  const url = URL.parse(repository);
  if (!url || url.protocol !== 'https:') return null;
  const branch = encodeURI(decodeURIComponent(url.hash.slice(1)) || 'main');
  const base = `${url.origin}${url.pathname.replace(/(?:\.git)?\/?$/, '')}`;
  const place = folder.split('/').map(encodeURIComponent).join('/');
  const isGitLab = /(?:^|\.)gitlab\./.test(url.hostname);
  const way = isGitLab ? '/-/new/' : url.hostname === 'github.com' ? '/new/' : '/_new/';
  const query = new URLSearchParams({ [isGitLab ? 'file_name' : 'filename']: name });
  const bare = `${base}${way}${branch}/${place}`;
  // GitLab takes no text with the address.
  if (!isGitLab) {
    const filled = `${bare}?${new URLSearchParams([...query, ['value', text]]).toString()}`;
    if (filled.length <= LONGEST) return { address: filled, whole: true };
  }
  return { address: `${bare}?${query.toString()}`, whole: false };
}
