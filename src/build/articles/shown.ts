import { SourceError } from '../../source/error.ts';
import type { Site } from '../../site.ts';
import type { Facts } from '../cache/record-store.ts';

/** What decides which articles a site shows. */
export interface Showing {
  /** The time of the build. */
  now: Date;
  /** Whether to show those whose time has not come. */
  future: boolean;
  site: Pick<Site, 'restricted'>;
}

/** Why an article that can be read is in no page; null where it is in one. */
export function hiddenAs(
  facts: Pick<Facts, 'draft' | 'summary'>,
  { now, future, site }: Showing,
): 'draft' | 'scheduled' | 'restricted' | null {
  const { draft, summary } = facts;
  if (draft) return 'draft';
  if (site.restricted === 'hidden' && summary.rights === 'restricted') return 'restricted';
  return !future && isScheduled(summary, now) ? 'scheduled' : null;
}

/** Whether an article is dated later than now. */
const isScheduled = ({ published }: Pick<Facts['summary'], 'published'>, now: Date): boolean =>
  published !== null && Date.parse(published) > now.getTime();

/** The articles whose time has not come, each with it. */
export function scheduled(
  articles: Iterable<readonly [path: string, Pick<Facts, 'draft' | 'summary'>]>,
  showing: Showing,
): SourceError[] {
  return [...articles].flatMap(([path, facts]) =>
    hiddenAs(facts, showing) === 'scheduled'
      ? new SourceError({
          path,
          line: 1,
          column: 1,
          rule: 'scheduled',
          message: `The article is dated ${(facts.summary.published ?? '').replace(/:\d\d\.\d{3}Z$/, 'Z')}: it is left out until then.`,
          hint: 'Nothing is to be done: a build after that time shows it. "npm run build -- --future" and "npm run dev" show it now.',
          severity: 'warning',
        })
      : [],
  );
}
