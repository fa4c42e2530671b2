/**
 * The files that style sheets take in by `@import` and `url()`, directly or through others. The bundler of the pages
 * puts these into the sheet before it counts its modules; esbuild's metafile names them.
 *
 * @param root   the project's folder
 * @param inputs files of the project, below it; those that are no style sheet are passed over
 * @returns paths below the project's folder
 */
export async function importedByStyles(root: string, inputs: readonly string[]): Promise<string[]> {
  const styles = inputs.filter((path) => path.endsWith('.css'));
  if (styles.length === 0) return [];
  const { build } = await import('esbuild');
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: styles,
    outdir: 'unwritten',
    bundle: true,
    metafile: true,
    write: false,
    loader: {
      '.woff2': 'empty',
      '.woff': 'empty',
      '.ttf': 'empty',
      '.svg': 'empty',
      '.png': 'empty',
      '.webp': 'empty',
    },
    logLevel: 'silent',
  });
  return Object.keys(metafile.inputs);
}
