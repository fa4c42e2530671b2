import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { difference, type Sandbox } from './sandbox.ts';

/**
 * Kills builds with SIGKILL at moments spread over the time that they take, and looks each time at what is published: it must be the
 * edition before the change or the one after it, whole. Some of the builds begin cold, and some find what
 * the killed one left.
 *
 * @param seed decides the moments
 * @returns how many kills the site survived, and how many builds were killed before they ended by themselves
 */
export async function killAtRandom(
  box: Sandbox,
  times: number,
  seed: number,
): Promise<{ survived: number; killed: number }> {
  const story = 'content/articles/2017/00/story-1.md';
  const original = box.read(story);
  let state = seed;
  const next = () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) / 4294967296;
  box.write(story, `${original}\nEdition A.\n`);
  await box.build();
  const editions = [box.dist()];
  box.write(story, `${original}\nEdition B.\n`);
  const begun = performance.now();
  await box.build();
  const warm = performance.now() - begun;
  editions.push(box.dist());
  let survived = 0;
  let killed = 0;
  for (let index = 0; index < times; index += 1) {
    box.write(story, `${original}\nEdition ${index % 2 ? 'B' : 'A'}.\n`);
    if (index % 5 === 4) rmSync(box.keep, { recursive: true, force: true });
    const { signal } = await box.build([], {}, Math.round(next() * warm * 1.1));
    if (signal === 'SIGKILL') killed += 1;
    // Between the two renames of a swap there is no site for a moment: the next build puts it back.
    if (!existsSync(join(box.folder, 'dist'))) continue;
    const now = box.dist();
    if (editions.some((edition) => difference(edition, now).length === 0)) survived += 1;
  }
  box.write(story, original);
  const { code, stderr } = await box.build();
  if (code !== 0) throw new Error(`the build after the kills failed: ${stderr}`);
  const wanted = await box.clean(false);
  if (difference(box.dist(), wanted).length > 0)
    throw new Error('the build after the kills made another site than a clean one');
  return { survived, killed };
}
