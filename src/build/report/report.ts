/** What a build tells while it runs. */
export interface Report {
  /** A stage begins: reading, compiling, making pages … */
  stage: (name: string) => void;
  /** How far it is. */
  step: (done: number, of: number) => void;
  /** Something to be told once, such as that another build is waited for. */
  note: (text: string) => void;
}

export const silent: Report = { stage: () => undefined, step: () => undefined, note: () => undefined };
