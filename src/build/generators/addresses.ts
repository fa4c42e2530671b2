import type { Work } from '../../edition/files/output-file.ts';

/** Addresses and headlines for the page that says "not found". */
export const make = ({ addresses }: Extract<Work, { generator: 'addresses' }>): string => JSON.stringify(addresses);
