import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { rmSync } from 'node:fs';
import { kept } from './folders.ts';

/**
 * One build at a time in one cache folder. The lock is SQLite's, that is the operating system's: it
 * goes with the process that holds it, however that ends, so none is ever left behind.
 *
 * @param keep    the cache folder
 * @param waiting called once, when another build holds the lock
 * @returns a function that gives the lock back
 */
export async function lock(keep: string, waiting: () => void): Promise<() => void> {
  for (let tries = 0; ; tries += 1) {
    const database = open(kept.lock(keep));
    try {
      database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
      return () => database.close();
    } catch (error) {
      database.close();
      if (!/locked|busy/.test(String(error))) throw error;
      if (tries === 0) waiting();
      await sleep(100);
    }
  }
}

function open(file: string): DatabaseSync {
  try {
    const database = new DatabaseSync(file, { timeout: 0 });
    database.exec('PRAGMA journal_mode = MEMORY');
    return database;
  } catch (error) {
    if (/locked|busy/.test(String(error))) return new DatabaseSync(file, { timeout: 0 });
    // Not a database any more: it holds nothing but the lock.
    rmSync(file, { force: true });
    return new DatabaseSync(file, { timeout: 0 });
  }
}
