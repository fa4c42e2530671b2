import { SourceError } from '../../source/error.ts';
import type { Site } from '../../site.ts';
import type { Facts } from '../cache/record-store.ts';

/** What decides which articles a site shows. */
export interface Showing {
  /** The time of the build. */
  now: Date;
  /** Whether to show those whose time has not come. */
  future: boolean;
  site: Pick<Site, 'restricted' | 'drafts' | 'future'>;
}

/** Why an article that can be read is in no page; null where it is in one. */
export function hiddenAs(
  facts: Pick<Facts, 'draft' | 'summary'>,
  { now, future, site }: Showing,
): 'draft' | 'scheduled' | 'restricted' | null {
  const { draft, summary } = facts;
  if (draft && site.drafts === 'hidden') return 'draft';
  if (site.restricted === 'hidden' && summary.rights === 'restricted') return 'restricted';
  return !future && site.future === 'held' && isScheduled(summary, now) ? 'scheduled' : null;
}

/** An article as it is to be shown: with a mark where it is a draft, or, while one writes, where its time has not come. */
export function marked({ draft, summary }: Pick<Facts, 'draft' | 'summary'>, writingAt: Date | null): Facts['summary'] {
  if (draft) return { ...summary, state: 'draft' };
  return writingAt && isScheduled(summary, writingAt) ? { ...summary, state: 'scheduled' } : summary;
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
