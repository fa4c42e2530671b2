import { WrongUse } from './command.ts';

/** Port of a server here when PORT names none. */
export const USUAL_PORT = 4321;

/**
 * The port that a server is to listen on: PORT's, else the usual one.
 *
 * @throws WrongUse where PORT holds no number from 0 to 65535
 */
export function port(): number {
  const named = Number(process.env['PORT'] ?? USUAL_PORT);
  if (!Number.isInteger(named) || named < 0 || named > 65535) throw new WrongUse('PORT takes a number from 0 to 65535');
  return named;
}
