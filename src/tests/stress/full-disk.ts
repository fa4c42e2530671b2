import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { difference, Sandbox } from './sandbox.ts';

/** What came of builds on a disk that had no room for them. */
export interface FullDisk {
  /** Builds that ran out of room, each with a little more of it than the one before. */
  failed: {
    /** Kilobytes that were free when it began. */
    free: number;
    code: number | null;
    /** Whether it said so, in one line. */
    told: boolean;
    /** Whether the published site was what it was, byte for byte. */
    whole: boolean;
  }[];
  /** Whether the first build that had room made what a clean one makes. */
  recovered: boolean;
}

/** Kilobytes: more than any build of a few articles needs. */
const PLENTY = 40_000;

const STORIES = 6;

/**
 * Builds on a small disk, twice: after a change of every article, so that builds run out of room while they
 * keep what they read and make pages, and after one of the settings, so that they do while they compile.
 *
 * The sandbox stands in the system's folder for temporary files (TMPDIR): that must be the small disk.
 */
export async function fillTheDisk(): Promise<Record<'compiling' | 'making', FullDisk>> {
  const box = new Sandbox(STORIES);
  try {
    await box.paint();
    const { code, stderr } = await box.build();
    if (code !== 0) throw new Error(`the first build failed: ${stderr}`);
    // First, while nothing is kept of an edition before: a build then needs room for a whole site.
    for (let index = 0; index < STORIES; index += 1)
      box.edit(`content/articles/${2016 + index}/00/story-${index}.md`, 'headline: "', 'headline: "New: ');
    const making = await fill(box, 60);
    box.edit('src/site.ts', /title: '[^']*'/, `title: 'Another'`);
    return { making, compiling: await fill(box, 400) };
  } finally {
    box.remove();
  }
}

/**
 * Fills the disk again and again, so that the next build runs out of room a little later, and ends with
 * the first build that has room enough.
 *
 * @param step kilobytes by which the room grows
 */
async function fill(box: Sandbox, step: number): Promise<FullDisk> {
  const before = box.dist();
  const filler = join(box.folder, 'filler');
  const failed: FullDisk['failed'] = [];
  for (let free = 0; free < PLENTY; free += step) {
    const { bavail, bsize } = statfsSync(box.folder);
    const most = bavail * bsize - free * 1024;
    if (most < 0) throw new Error(`the disk has not ${free} kB to spare`);
    writeFileSync(filler, Buffer.alloc(most));
    const { code, stderr } = await box.build();
    rmSync(filler);
    if (code === 0) return { failed, recovered: difference(box.dist(), await box.clean(false)).length === 0 };
    failed.push({
      free,
      code,
      told: /^there is no room left on the disk.*\n$/m.test(stderr) && !/^\s+at /m.test(stderr),
      whole: difference(before, box.dist()).length === 0,
    });
  }
  return { failed, recovered: false };
}

if (import.meta.main) console.log(JSON.stringify(await fillTheDisk()));
