import type { AstroIntegration } from 'astro';
import type { BuildOptions, BuildResult } from './build.ts';

/** What another integration does with the finished site. */
export interface Finisher {
  name: string;
  done: NonNullable<AstroIntegration['hooks']['astro:build:done']>;
}

/** A build that a command asks of Astro, for the sake of other integrations: its options, and where the result goes. */
interface Order {
  options: Partial<BuildOptions>;
  answer: (result: BuildResult | null) => void;
}

/** Astro loads the configuration with modules of its own: an order reaches it by way of the process. */
const place = Symbol.for('broadsheet.order');
const ours = globalThis as { [place]?: Order };

/** Whether a command of ours waits for the build. */
export const isOrdered = (): boolean => ours[place] !== undefined;

/** The order that is open; where there is none, what the environment says (`BROADSHEET_COLD`, `BROADSHEET_KEEP_GOING`). */
export function takeOrder(): Order {
  const isOn = (name: string) => /^(?:1|true|yes)$/i.test(process.env[name] ?? '');
  return (
    ours[place] ?? {
      options: { cold: isOn('BROADSHEET_COLD'), keepGoing: isOn('BROADSHEET_KEEP_GOING') },
      answer: () => undefined,
    }
  );
}

/**
 * Builds by way of `astro build`, so that other integrations take part.
 *
 * @param root the project's folder
 * @returns the result; null where the output can't be written, which has been told
 */
export async function buildThroughAstro(
  root: string,
  options: Omit<BuildOptions, 'report'>,
): Promise<BuildResult | null> {
  const { build } = await import('astro');
  let result: BuildResult | null = null;
  ours[place] = { options, answer: (told) => (result = told) };
  try {
    await build({ root, logLevel: 'warn' });
    return result;
  } finally {
    delete ours[place];
  }
}

/** Names of the integrations that the owner has added to astro.config.mjs. */
export async function otherIntegrations(root: string): Promise<string[]> {
  const { default: config } = (await import(new URL('astro.config.mjs', `file://${root}`).href)) as {
    default: { integrations?: unknown[] };
  };
  const all = (config.integrations ?? []).flat(Infinity) as (AstroIntegration | false | null | undefined)[];
  return all.flatMap((each) => (each && each.name !== 'broadsheet' ? [each.name] : []));
}
