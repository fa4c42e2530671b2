import { hash } from 'node:crypto';

/** SHA-256 of bytes or of text as UTF-8: 64 hex digits. */
export const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'hex');

/**
 * The key of something that is made from several values: equal values in equal order give one key, and
 * no two lists of values are written alike.
 *
 * @returns 32 hex digits (128 bits of SHA-256)
 */
export const keyOf = (...parts: readonly (string | number | boolean | null)[]): string =>
  sha256(JSON.stringify(parts)).slice(0, 32);
