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
    /** Whether it said that there is no room. */
    told: boolean;
    /** Whether the published site was what it was, byte for byte. */
    whole: boolean;
  }[];
  /** Whether the first build that had room made what a clean one makes. */
  recovered: boolean;
}

/** More than any build of a few articles needs. */
const PLENTY = 40_000;

/**
 * Builds on a small disk, which is filled again and again so that the next build runs out of room a little
 * later: while it compiles, keeps what it read, makes pages, or puts the site together. It ends with the
 * first build that has room enough.
 *
 * The sandbox stands in the system's folder for temporary files (TMPDIR): that must be the small disk.
 *
 * @param step kilobytes by which the room grows
 */
export async function fillTheDisk(step: number): Promise<FullDisk> {
  const box = new Sandbox(6);
  const filler = join(box.folder, 'filler');
  const story = 'content/articles/2018/00/story-2.md';
  try {
    await box.paint();
    const first = await box.build();
    if (first.code !== 0) throw new Error(`the first build failed: ${first.stderr}`);
    const before = box.dist();
    // A setting changes too, so that everything has to be made.
    box.edit('src/site.ts', /title: '[^']*'/, `title: 'Another'`);
    box.write(story, `${box.read(story)}\nAn edit.\n`);
    const failed: FullDisk['failed'] = [];
    for (let free = 0; free < PLENTY; free += step) {
      const { bavail, bsize } = statfsSync(box.folder);
      const fill = bavail * bsize - free * 1024;
      if (fill < 0) throw new Error(`the disk has not ${free} kB to spare`);
      writeFileSync(filler, Buffer.alloc(fill));
      const { code, stderr } = await box.build();
      rmSync(filler);
      if (code === 0) return { failed, recovered: difference(box.dist(), await box.clean(false)).length === 0 };
      failed.push({
        free,
        code,
        told: /ENOSPC|no space left|disk is full/i.test(stderr),
        whole: difference(before, box.dist()).length === 0,
      });
    }
    return { failed, recovered: false };
  } finally {
    box.remove();
  }
}

if (import.meta.main) console.log(JSON.stringify(await fillTheDisk(Number(process.argv[2]))));
