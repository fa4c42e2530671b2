import type { Report } from './report.ts';

/** Measures the stages of a build, and tells of them. */
export class Stages {
  readonly #report: Report;
  readonly #done: { name: string; time: number }[] = [];
  #open: { name: string; since: number } | null = null;

  constructor(report: Report) {
    this.#report = report;
  }

  begin(name: string): void {
    this.#close();
    this.#open = { name, since: performance.now() };
    this.#report.stage(name);
  }

  /** @returns each stage's milliseconds, in order */
  end(): { name: string; time: number }[] {
    this.#close();
    return this.#done;
  }

  #close(): void {
    if (this.#open) this.#done.push({ name: this.#open.name, time: Math.round(performance.now() - this.#open.since) });
    this.#open = null;
  }
}
