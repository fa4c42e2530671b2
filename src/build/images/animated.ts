import sharp, { type Sharp } from 'sharp';
import type { Animation, Frame } from './apng.ts';

const CHANNELS = 4;

/**
 * The pictures of an animated PNG, each as it is seen, one below the other, as the encoder takes them.
 *
 * @throws Error where one of them can't be decoded
 */
export async function animated({ width, height, frames }: Animation): Promise<Sharp> {
  const size = width * height * CHANNELS;
  const all = Buffer.alloc(size * frames.length);
  let canvas = Buffer.alloc(size);
  for (const [index, frame] of frames.entries()) {
    const before = frame.dispose === 'restore' ? Buffer.from(canvas) : null;
    const pixels = await sharp(frame.png, { failOn: 'error' }).toColourspace('srgb').ensureAlpha().raw().toBuffer();
    draw(canvas, width, frame, pixels);
    canvas.copy(all, index * size);
    if (before) canvas = before;
    else if (frame.dispose === 'clear') clear(canvas, width, frame);
  }
  return sharp(all, {
    animated: true,
    raw: { width, height: height * frames.length, channels: CHANNELS, pageHeight: height },
  });
}

function draw(canvas: Buffer, canvasWidth: number, { left, top, width, height, over }: Frame, pixels: Buffer): void {
  for (let row = 0; row < height; row += 1) {
    const to = ((top + row) * canvasWidth + left) * CHANNELS;
    const from = row * width * CHANNELS;
    if (!over) pixels.copy(canvas, to, from, from + width * CHANNELS);
    else for (let at = 0; at < width * CHANNELS; at += CHANNELS) lay(canvas, to + at, pixels, from + at);
  }
}

/** One pixel over another. */
function lay(canvas: Buffer, to: number, pixels: Buffer, from: number): void {
  const above = pixels[from + 3]! / 255;
  const below = (canvas[to + 3]! / 255) * (1 - above);
  const alpha = above + below;
  if (alpha === 0) return;
  for (let channel = 0; channel < 3; channel += 1)
    canvas[to + channel] = Math.round((pixels[from + channel]! * above + canvas[to + channel]! * below) / alpha);
  canvas[to + 3] = Math.round(alpha * 255);
}

function clear(canvas: Buffer, canvasWidth: number, { left, top, width, height }: Frame): void {
  for (let row = top; row < top + height; row += 1) {
    const from = (row * canvasWidth + left) * CHANNELS;
    canvas.fill(0, from, from + width * CHANNELS);
  }
}
