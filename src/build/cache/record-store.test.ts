import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ArticleRecord } from '../../edition/record.ts';
import { sha256 } from './digest.ts';
import { DamagedStore, packed, Records, Store } from './record-store.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-store-'));
  file = join(folder, 'records.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

const record = { story: '<p>Text</p>' } as ArticleRecord;
const json = JSON.stringify(record);
const digest = sha256(json);
const fill = () => {
  const store = new Store(file);
  store.put('a.md', 'inputs', digest, '{"draft":false}', packed(json));
  store.close();
};

it('gives back what was kept', () => {
  fill();
  const store = new Store(file);
  expect(store.rows().get('a.md')).toMatchObject({ inputs: 'inputs', facts: { draft: false } });
  const records = new Records(file);
  expect(records.get(digest)).toEqual(record);
  records.close();
  store.close();
});

it('passes over a row that is not what it was, and refuses a record that is not', () => {
  fill();
  const raw = new DatabaseSync(file);
  raw.exec(`UPDATE readings SET facts = '{"draft":true}'`);
  raw.prepare('UPDATE bodies SET body = ?').run(packed(json.replace('Text', 'Lies')));
  raw.close();
  const store = new Store(file);
  expect(store.rows().size).toBe(0);
  const records = new Records(file);
  expect(() => records.get(digest)).toThrow(DamagedStore);
  expect(() => records.get('another')).toThrow(DamagedStore);
  records.close();
  store.close();
});

it.each(['not a database at all', ''])('begins anew where the file is damaged (%j)', (text) => {
  fill();
  const bytes = readFileSync(file);
  writeFileSync(file, text || bytes.fill(7, 30));
  const store = new Store(file);
  expect(store.rows().size).toBe(0);
  store.put('a.md', 'inputs', digest, '{}', packed(json));
  store.save();
  expect(store.rows().size).toBe(1);
  store.close();
});

it('drops what is gone', () => {
  fill();
  const store = new Store(file);
  store.prune(new Set());
  expect(store.rows().size).toBe(0);
  const records = new Records(file);
  expect(() => records.get(digest)).toThrow(DamagedStore);
  records.close();
  store.close();
});
