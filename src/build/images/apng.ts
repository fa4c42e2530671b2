import { crc32 } from 'node:zlib';

/** A picture of an animated PNG, as a PNG of its own, with how it comes onto the canvas. */
export interface Frame {
  png: Uint8Array;
  left: number;
  top: number;
  width: number;
  height: number;
  /** How long it stands, in milliseconds. */
  delay: number;
  /** What becomes of its place afterwards. */
  dispose: 'keep' | 'clear' | 'restore';
  /** Whether it is laid over what is there, or takes its place. */
  over: boolean;
}

export interface Animation {
  width: number;
  height: number;
  /** How many times it runs; 0 for ever. */
  loop: number;
  frames: Frame[];
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/**
 * Takes an animated PNG apart, which the decoder of pictures reads as a still one.
 *
 * Source: PNG, third edition, 11.3.6 "Animation information".
 *
 * @returns null for any other file, and for one that is not as the standard has it
 */
export function readAnimation(bytes: Uint8Array): Animation | null {
  const chunks = chunksOf(bytes);
  const header = chunks?.[0];
  const control = chunks?.find(({ type }) => type === 'acTL');
  if (!chunks || header?.type !== 'IHDR' || !control || control.data.length < 8) return null;
  const shared = chunks.filter(({ type }) => type === 'PLTE' || type === 'tRNS');
  const frames: Frame[] = [];
  let current: { control: Buffer; data: Buffer[] } | null = null;
  const end = () => {
    if (current && current.data.length > 0) frames.push(frameOf(current.control, current.data, header.data, shared));
  };
  for (const { type, data } of chunks) {
    if (type === 'fcTL' && data.length >= 26) {
      end();
      current = { control: data, data: [] };
    } else if (type === 'IDAT') current?.data.push(data);
    else if (type === 'fdAT') current?.data.push(data.subarray(4));
  }
  end();
  const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
  const fits = frames.every((each) => each.left + each.width <= width && each.top + each.height <= height);
  return frames.length > 1 && fits ? { width, height, loop: control.data.readUInt32BE(4), frames } : null;
}

interface Chunk {
  type: string;
  data: Buffer;
}

function chunksOf(bytes: Uint8Array): Chunk[] | null {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!all.subarray(0, 8).equals(SIGNATURE)) return null;
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= all.length;) {
    const length = all.readUInt32BE(at);
    if (at + 12 + length > all.length) return null;
    chunks.push({ type: all.toString('latin1', at + 4, at + 8), data: all.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

function frameOf(control: Buffer, data: readonly Buffer[], header: Buffer, shared: readonly Chunk[]): Frame {
  const number = (at: number) => control.readUInt32BE(at);
  const size = Buffer.from(header);
  size.writeUInt32BE(number(4), 0);
  size.writeUInt32BE(number(8), 4);
  const [part, whole] = [control.readUInt16BE(20), control.readUInt16BE(22) || 100];
  return {
    png: Buffer.concat([
      SIGNATURE,
      chunk('IHDR', size),
      ...shared.map((each) => chunk(each.type, each.data)),
      chunk('IDAT', Buffer.concat(data)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
    width: number(4),
    height: number(8),
    left: number(12),
    top: number(16),
    delay: Math.round((part * 1000) / whole),
    dispose: control[24] === 1 ? 'clear' : control[24] === 2 ? 'restore' : 'keep',
    over: control[25] === 1,
  };
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
