import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The file that collects figures for the end of the run. */
    figures: string;
  }
}

/** Notes a figure that is printed at the end of the run. */
export function note(file: string, what: string, figure: number | string): void {
  appendFileSync(file, `${what}: ${typeof figure === 'number' ? figure.toLocaleString('en') : figure}\n`);
}

/** Prints the figures that the tests noted, with the time that all of them took. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-figures-'));
  const file = join(folder, 'figures');
  const begun = performance.now();
  writeFileSync(file, '');
  project.provide('figures', file);
  return () => {
    const seconds = Math.round((performance.now() - begun) / 1000);
    console.info(`\n${readFileSync(file, 'utf8')}time: ${seconds} s`);
    rmSync(folder, { recursive: true, force: true });
  };
}
