/**
 * In place of `eld`, whose tables weigh more than all the rest of the desk: no language is told from its words here.
 * The site's is shown, its person may state another, and what is kept leaves it to the build to tell.
 */
export const eld = {
  detect: () => ({ language: '', isReliable: () => false }),
};
