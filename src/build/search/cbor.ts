/**
 * As much of CBOR (RFC 8949) as a Pagefind index is written in: arrays, texts, integers and null, all of
 * definite length. What else may come is an error: then the index has another shape than is known here.
 */

export type Cbor = number | string | null | Cbor[];

const MAJOR = { unsigned: 0, negative: 1, text: 3, array: 4, simple: 7 } as const;
const NULL = 22;

interface Head {
  major: number;
  value: number;
  /** Where what the head announces begins. */
  next: number;
}

/** Reads the head of the item at `at`. */
function head(bytes: Uint8Array, at: number): Head {
  const first = bytes[at];
  if (first === undefined) throw new Error('the index ends too early');
  const major = first >> 5;
  const short = first & 31;
  if (short < 24) return { major, value: short, next: at + 1 };
  const length = { 24: 1, 25: 2, 26: 4 }[short];
  if (length === undefined || at + 1 + length > bytes.length)
    throw new Error(`the index holds a head (${first}) that is not known`);
  let value = 0;
  for (let byte = 1; byte <= length; byte += 1) value = value * 256 + (bytes[at + byte] ?? 0);
  return { major, value, next: at + 1 + length };
}

/** Where the item at `at` ends. Nothing is built: an index of megabytes is walked in milliseconds. */
export function endOf(bytes: Uint8Array, at: number): number {
  let left = 1;
  let place = at;
  while (left > 0) {
    const { major, value, next } = head(bytes, place);
    left -= 1;
    place = next;
    if (major === MAJOR.array) left += value;
    else if (major === MAJOR.text) place += value;
    else if (major === MAJOR.simple && value !== NULL) throw new Error('the index holds a value that is not known');
    else if (major !== MAJOR.unsigned && major !== MAJOR.negative && major !== MAJOR.simple)
      throw new Error('the index holds a type that is not known');
  }
  return place;
}

/** Where each member of the array at `at` begins, and where the last ends. */
export function members(bytes: Uint8Array, at: number): number[] {
  const { major, value, next } = head(bytes, at);
  if (major !== MAJOR.array) throw new Error('the index holds something else where an array is expected');
  const places = [next];
  for (let index = 0; index < value; index += 1) places.push(endOf(bytes, places[index] ?? 0));
  return places;
}

/** The value of the item at `at`. */
export function decode(bytes: Uint8Array, at = 0): Cbor {
  const { major, value, next } = head(bytes, at);
  switch (major) {
    case MAJOR.unsigned:
      return value;
    case MAJOR.negative:
      return -1 - value;
    case MAJOR.text:
      if (next + value > bytes.length) throw new Error('the index ends too early');
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(next, next + value));
    case MAJOR.array: {
      const places = members(bytes, at);
      return places.slice(0, -1).map((place) => decode(bytes, place));
    }
    default:
      if (major === MAJOR.simple && value === NULL) return null;
      throw new Error('the index holds a type that is not known');
  }
}

/** The head of an array of `length` members. */
export const arrayHead = (length: number): Uint8Array => Uint8Array.from(headBytes(MAJOR.array, length));

/** A value as bytes, each head in its shortest form. */
export function encode(value: Cbor): Uint8Array {
  const out: Uint8Array[] = [];
  write(value, out);
  return Buffer.concat(out);
}

function write(value: Cbor, out: Uint8Array[]): void {
  if (value === null) out.push(Uint8Array.of((MAJOR.simple << 5) | NULL));
  else if (typeof value === 'number')
    out.push(Uint8Array.from(value < 0 ? headBytes(MAJOR.negative, -1 - value) : headBytes(MAJOR.unsigned, value)));
  else if (typeof value === 'string') {
    const text = new TextEncoder().encode(value);
    out.push(Uint8Array.from(headBytes(MAJOR.text, text.length)), text);
  } else {
    out.push(arrayHead(value.length));
    for (const each of value) write(each, out);
  }
}

function headBytes(major: number, value: number): number[] {
  const top = major << 5;
  if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) throw new Error(`${value} is no number of an index`);
  if (value < 24) return [top | value];
  if (value < 0x100) return [top | 24, value];
  if (value < 0x10000) return [top | 25, value >> 8, value & 255];
  return [top | 26, value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255];
}
