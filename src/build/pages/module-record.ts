import { writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';
import { MODULES, type CompiledModules } from './compiled-modules.ts';

/**
 * Records what the pages are compiled from, as the bundler tells it: the project's modules and the files that these
 * watch (imported styles, fonts), and for each chunk of the pages' code its modules and the chunks that it imports.
 *
 * @param root the project's folder
 * @returns the plugin, and what writes the record into the folder that was compiled into
 */
export function recordModules(root: string): { plugin: Plugin; write: (outDir: string) => void } {
  const inputs = new Set<string>();
  const chunks: CompiledModules['chunks'] = {};
  /** A file of the project, below its folder; null for packages and for modules that are no file. */
  const own = (id: string): string | null => {
    const path = relative(root, id.replace(/[?#].*$/s, ''))
      .split(sep)
      .join('/');
    return id.startsWith('\0') || path.startsWith('..') || /(?:^|\/)node_modules\//.test(path) ? null : path;
  };
  const note = (id: string) => {
    const path = own(id);
    if (path) inputs.add(path);
  };
  return {
    plugin: {
      name: 'record-modules',
      apply: 'build',
      buildEnd() {
        for (const id of this.getModuleIds()) note(id);
      },
      generateBundle: {
        // Chunks that held nothing but styles are gone by then.
        order: 'post',
        handler(_, bundle) {
          const isPages = this.environment.config.consumer === 'server';
          for (const output of Object.values(bundle)) {
            if (output.type === 'asset') output.originalFileNames.forEach((name) => note(join(root, name)));
            else if (isPages) {
              chunks[output.fileName] = {
                modules: output.moduleIds.flatMap((id) => own(id) ?? []),
                imports: [...output.imports, ...output.dynamicImports],
              };
            }
          }
        },
      },
    },
    write: (outDir) =>
      writeFileSync(
        join(outDir, MODULES),
        JSON.stringify({ inputs: [...inputs].sort(), chunks } satisfies CompiledModules),
      ),
  };
}
