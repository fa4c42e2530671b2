import type { Rule } from './rule.ts';

/** How bad a problem is: an `error` stops the build, a `warning` is told and the article is shown. */
export type Severity = 'error' | 'warning';

/** What a `SourceError` is made from. Lines and columns count from 1, columns in UTF-16 code units. */
export interface Problem {
  /** Path of the file, relative to the content folder, with `/` between its parts. */
  path: string;
  line: number;
  column: number;
  /** A short, stable name for the kind of problem, such as `unknown-key`. */
  rule: Rule;
  /** What is wrong, one sentence, without the position. */
  message: string;
  /** How to mend it: one sentence in the imperative. */
  hint: string;
  severity?: Severity;
}

/**
 * A mistake in a file of the content folder: where it is, what is wrong, and how to mend it.
 * It prints as `path:line:column  message` with the hint on the next line.
 */
export class SourceError extends Error implements Problem {
  override readonly name = 'SourceError';
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly rule: Rule;
  readonly hint: string;
  readonly severity: Severity;

  constructor(problem: Problem) {
    super(problem.message);
    this.path = problem.path;
    this.line = problem.line;
    this.column = problem.column;
    this.rule = problem.rule;
    this.hint = problem.hint;
    this.severity = problem.severity ?? 'error';
  }

  /** `path:line:column  message` and, on a line of its own, the hint. */
  override toString(): string {
    const kind = this.severity === 'warning' ? 'warning: ' : '';
    return `${shown(this.path)}:${this.line}:${this.column}  ${kind}${shown(this.message)}\n    ${shown(this.hint)}`;
  }

  /** The plain values, for a worker thread's message or `--json`. */
  toJSON(): Required<Problem> {
    const { path, line, column, rule, message, hint, severity } = this;
    return { path, line, column, rule, message, hint, severity };
  }
}

/** Signs that do something to a terminal, or to the order of what stands in it, written out: files come from anywhere. */
const shown = (text: string): string =>
  text.replace(
    /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Several mistakes of one file at once, so that a person sees them all in one run. */
export class SourceErrors extends Error {
  override readonly name = 'SourceErrors';
  readonly problems: readonly SourceError[];

  constructor(problems: readonly SourceError[]) {
    super(problems.map(String).join('\n'));
    this.problems = problems;
  }
}

/**
 * Whether what was told instead of an article says that its file holds nothing to publish: no mistake, only warnings.
 * Such a file is left out, and stops nothing.
 */
export const isLeftOut = (told: readonly SourceError[]): boolean =>
  told.every(({ severity }) => severity === 'warning');
