import { at } from './dom.ts';

/** The files that this site's scripts hand to the browser as workers. There are no others. */
type WorkerFile = '/sw.js' | '/desk/worker.js';
const files: readonly string[] = ['/sw.js', '/desk/worker.js'] satisfies WorkerFile[];

interface Policy {
  createScriptURL(path: string): string;
}

const types = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }).trustedTypes;
/** The one policy (Trusted Types, `broadsheet`): a browser lets it be made once. */
let policy: Policy | undefined;

/** The address of a worker, as the browser takes it under Trusted Types. */
export function workerAddress(file: WorkerFile): string {
  const rules: Policy = {
    createScriptURL: (path) => {
      if (!files.includes(path)) throw new TypeError(path);
      return at(path);
    },
  };
  policy ??= types?.createPolicy('broadsheet', rules) ?? rules;
  return policy.createScriptURL(file);
}
