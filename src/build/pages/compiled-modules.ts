import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The record's name in the folder of the compiled pages. */
export const MODULES = 'modules.json';

/** What the pages were compiled from. Paths below the project's folder, `/` between their parts. */
export interface CompiledModules {
  inputs: string[];
  /** The chunks of the pages' code, by their path below `server/`. */
  chunks: Record<string, { modules: string[]; imports: string[] }>;
}

export const readCompiledModules = (folder: string): CompiledModules =>
  JSON.parse(readFileSync(join(folder, MODULES), 'utf8')) as CompiledModules;
