import { constants, crc32, deflateSync } from 'node:zlib';
import type { Coverage } from './raster.ts';

/** Three numbers of 0 to 255. */
export type Colour = readonly [number, number, number];

/**
 * A picture of sixteen colours at four bits a pixel: a card is paper, ink and one accent, and the
 * smoothed edges between them. Ten thousand cards are made in a cold build, so it is drawn as it is
 * packed into a PNG: a row is its filter (none, the best for a palette) and two pixels a byte.
 */
export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly #rows: Uint8Array;
  readonly #stride: number;

  /** @param width even */
  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#stride = width / 2 + 1;
    this.#rows = new Uint8Array(this.#stride * height);
  }

  clear(): void {
    this.#rows.fill(0);
  }

  /** A bar over the whole width but the margins, which are even. */
  bar(top: number, height: number, margin: number, colour: number): void {
    for (let y = top; y < top + height; y += 1) {
      const row = y * this.#stride + 1;
      this.#rows.fill((colour << 4) | colour, row + margin / 2, row + (this.width - margin) / 2);
    }
  }

  /**
   * Draws a glyph; where glyphs touch, the darker pixel stays.
   *
   * @param shade colour that nothing is added to: a pixel has it plus the glyph's coverage
   * @param steps colours between paper and the full colour
   */
  glyph({ left, top, width, height, alpha }: Coverage, x: number, y: number, shade: number, steps: number): void {
    const [fromX, toX] = [Math.max(0, x + left), Math.min(this.width, x + left + width)];
    const [fromY, toY] = [Math.max(0, y + top), Math.min(this.height, y + top + height)];
    const rows = this.#rows;
    for (let row = fromY; row < toY; row += 1) {
      let at = (row - y - top) * width + (fromX - x - left);
      const line = row * this.#stride + 1;
      for (let column = fromX; column < toX; column += 1, at += 1) {
        const step = ((alpha[at] ?? 0) * (steps - 1) + 127) >> 8;
        if (step === 0) continue;
        const place = line + (column >> 1);
        const old = rows[place] ?? 0;
        const value = shade + step;
        if (column & 1) {
          if ((old & 15) < value) rows[place] = (old & 240) | value;
        } else if (old >> 4 < value) rows[place] = (old & 15) | (value << 4);
      }
    }
  }

  /**
   * The picture as a PNG (W3C PNG, third edition).
   *
   * @param palette at most sixteen colours; the first is the paper
   */
  png(palette: readonly Colour[]): Uint8Array {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(this.width, 0);
    header.writeUInt32BE(this.height, 4);
    // Four bits, palette.
    header.set([4, 3, 0, 0, 0], 8);
    return Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('PLTE', Buffer.from(palette.flat())),
      // Runs alone take 0.55 ms and 20 KB; the usual way takes 3.7 ms and 15 KB (measured on a common card).
      chunk('IDAT', deflateSync(this.#rows, { strategy: constants.Z_RLE })),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(typed.length + 8);
  whole.writeUInt32BE(data.length, 0);
  typed.copy(whole, 4);
  whole.writeUInt32BE(crc32(typed), typed.length + 4);
  return whole;
}
