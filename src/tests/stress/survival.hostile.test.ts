import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { note } from '../figures.ts';
import { killAtRandom } from './kill.ts';
import { difference, Sandbox, tree } from './sandbox.ts';

const KILLS = 100;

let box: Sandbox;
beforeAll(async () => {
  box = new Sandbox(12);
  await box.paint();
  expect((await box.build()).code).toBe(0);
});
afterAll(() => box.remove());

it('keeps the published site whole through a hundred kills', async () => {
  const { survived, killed } = await killAtRandom(box, KILLS, 7);
  note(inject('figures'), 'builds killed with SIGKILL', killed);
  note(inject('figures'), 'published sites found whole after them', survived);
  expect(survived).toBe(KILLS);
  expect(killed).toBeGreaterThan(KILLS / 2);
});

it('makes the same bytes as a clean build after all that', async () => {
  const clean = await box.clean(true);
  note(inject('figures'), 'files compared byte for byte with a clean build', clean.size);
  expect(difference(box.dist(), clean)).toEqual([]);
  expect(tree(`${box.folder}/dist`).size).toBe(clean.size);
});
