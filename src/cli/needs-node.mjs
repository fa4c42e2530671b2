// Runs before every command, in plain JavaScript that any Node can read: an old one knows no TypeScript, and would say so
// in a page of its own words.
import { existsSync } from 'node:fs';

/** The oldest Node that runs this project: it strips types and has SQLite. */
const OLDEST = [22, 18];

/**
 * What is wanting before a command can run.
 *
 * @param {string} version of Node: `20.20.2`
 * @param {boolean} installed whether the packages are there
 * @returns {string | null} one sentence
 */
export function wanting(version, installed) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [least = 0, part = 0] = OLDEST;
  const isOld = major < least || (major === least && minor < part);
  if (!installed) return 'The packages are not installed yet: run "npm ci" first.';
  if (!isOld) return null;
  return `Broadsheet runs on Node ${OLDEST.join('.')} or newer, and this is Node ${version}: run "npm ci" without --ignore-scripts, which brings Node 24 along on Linux, or install Node 24.`;
}

const said = wanting(process.versions.node, existsSync(new URL('../../node_modules/astro/', import.meta.url)));
if (said !== null) {
  console.error(said);
  process.exit(2);
}
