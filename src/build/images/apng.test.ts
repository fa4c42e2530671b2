import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, expect, it } from 'vitest';
import { sha256 } from '../cache/digest.ts';
import { readAnimation } from './apng.ts';
import { makeRendition } from './rendition.ts';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-apng-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const u32 = (...values: number[]) => Buffer.from(Uint32Array.from(values).buffer).swap32();
const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([u32(data.length), body, u32(crc32(body))]);
};
const filled = (width: number, height: number, colour: number[]) =>
  deflateSync(Buffer.concat(Array.from({ length: height }, () => Buffer.from([0, ...Array.from({ length: width }, () => colour).flat()])))); // prettier-ignore
const control = (order: number, [width, height, left, top]: number[], dispose: number, over: number) =>
  chunk('fcTL', Buffer.concat([u32(order, width!, height!, left!, top!), Buffer.from([0, 1, 0, 10, dispose, over])]));

/** Red, 20 × 20; then a blue square of 10 × 10 in it, which is cleared; then half of green over what is left. */
const moving = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  chunk('IHDR', Buffer.concat([u32(20, 20), Buffer.from([8, 6, 0, 0, 0])])),
  chunk('acTL', u32(3, 2)),
  control(0, [20, 20, 0, 0], 0, 0),
  chunk('IDAT', filled(20, 20, [255, 0, 0, 255])),
  control(1, [10, 10, 5, 5], 1, 0),
  chunk('fdAT', Buffer.concat([u32(2), filled(10, 10, [0, 0, 255, 255])])),
  control(3, [20, 20, 0, 0], 0, 1),
  chunk('fdAT', Buffer.concat([u32(4), filled(20, 20, [0, 255, 0, 128])])),
  chunk('IEND', Buffer.alloc(0)),
]);

it('an animated PNG moves on, each of its pictures as it is seen', async () => {
  const file = join(folder, 'moving.png');
  writeFileSync(file, moving);
  const path = `pictures/${sha256(moving).slice(0, 16)}-20.webp`;
  const made = await makeRendition(file, { path, key: '', file: 'moving.png', width: 20, articles: ['a.md'] });
  const about = await sharp(made, { animated: true }).metadata();
  expect(about).toMatchObject({ pages: 3, pageHeight: 20, loop: 2, delay: [100, 100, 100] });
  const pixel = async (page: number, left: number, top: number) => [
    ...(await sharp(made, { page }).ensureAlpha().extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
  ];
  const near = (found: number[], wanted: number[]) =>
    expect(Math.max(...found.map((value, index) => Math.abs(value - wanted[index]!)))).toBeLessThan(25);
  near(await pixel(0, 10, 10), [255, 0, 0, 255]);
  near(await pixel(1, 10, 10), [0, 0, 255, 255]);
  near(await pixel(1, 2, 2), [255, 0, 0, 255]);
  near(await pixel(2, 2, 2), [127, 128, 0, 255]);
  expect((await pixel(2, 10, 10))[3]).toBeLessThan(160);
});

it('a still picture, and a broken one, are no animation', async () => {
  const still = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  expect(readAnimation(still)).toBeNull();
  for (const length of [0, 8, 40, 90, 150]) expect(readAnimation(moving.subarray(0, length))).toBeNull();
});
