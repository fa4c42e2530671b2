import { expect, test } from 'vitest';
import { item } from '../../exports/item.ts';
import { fetcher, type Loading } from './fetch.ts';

const story = [
  'The harbour of the town reopened on Saturday, nine days after the storm, and the first boats left at dawn.',
  'Its master had stood on the pier since five, with a list of the boats and a lamp, and counted them out one by one.',
  'By noon eleven had come home again, with more herring than the market had seen since the spring of that year.',
  'The council will meet on Tuesday to talk about the old crane, which the wind had thrown across the northern quay.',
];
const page = `<!DOCTYPE html><html lang="en"><head><title>Harbour reopens | Averill Post</title><meta property="og:title" content="Harbour reopens"><meta property="article:published_time" content="2024-01-30T12:50:00Z"></head><body><article><h1>Harbour reopens</h1>${story.map((words) => `<p>${words}</p>`).join('')}</article></body></html>`; // prettier-ignore

/** A web whose clock goes forward by waiting, and what was asked of it when. */
function web(pages: Record<string, string>): Loading & { asked: [string, number][] } {
  let clock = 0;
  const asked: [string, number][] = [];
  return {
    asked,
    now: () => clock,
    wait: (milliseconds) => {
      clock += milliseconds;
      return Promise.resolve();
    },
    load: (address) => {
      asked.push([address, clock]);
      const answer = pages[address];
      return Promise.resolve(answer === undefined ? 'the server says 404 Not Found' : answer.startsWith('<') || answer.startsWith('%') ? new TextEncoder().encode(answer) : answer); // prettier-ignore
    },
  };
}
const saved = (address: string) =>
  item({ place: 'row 2', address, headline: 'Harbour reopens - Averill Post', topics: ['sea'], note: 'Read it.' });

test('a page becomes the text of its item, which keeps its tags and notes', async () => {
  const fetched = await fetcher(web({ 'https://a.example/1': page }))(saved('https://a.example/1'));
  expect(fetched).toMatchObject({ headline: 'Harbour reopens', published: '2024-01-30T12:50:00.000Z', topics: ['sea'], note: 'Read it.' }); // prettier-ignore
  expect(typeof fetched === 'object' && fetched.text?.value).toContain('The harbour of the town reopened on Saturday');
});

test.each([
  ['https://a.example/gone', undefined, 'its page was not loaded: the server says 404 Not Found'],
  ['https://a.example/x.pdf', '%PDF-1.7', /^its address leads to no page: it is a PDF document/],
  [
    'https://a.example/empty',
    '<!DOCTYPE html><html><head><title>x</title></head><body></body></html>',
    /No text of an article/,
  ],
  ['https://a.example/down', 'there is no connection to it', 'its page was not loaded: there is no connection to it'],
])('%s is told', async (address, answer, expected) => {
  const said = await fetcher(web(answer === undefined ? {} : { [address]: answer }))(saved(address));
  if (typeof expected === 'string') expect(said).toBe(expected);
  else expect(said).toMatch(expected);
});

test('a host is asked once a second, others meanwhile; one that asks for fewer requests gets no more', async () => {
  const net = web({ 'https://busy.example/1': 'the server says 429 Too Many Requests' });
  const load = fetcher(net);
  await Promise.all(['https://a.example/1', 'https://a.example/2', 'https://a.example/3'].map((address) => load(saved(address)))); // prettier-ignore
  const times = net.asked.map(([, at]) => at);
  expect(times.map((at, index) => at - (times[index - 1] ?? at - 1000))).toEqual([1000, 1000, 1000]);
  expect(await load(saved('https://busy.example/1'))).toContain('429');
  expect(await load(saved('https://busy.example/2'))).toBe('busy.example asks for fewer requests: try again later');
  expect(net.asked.filter(([address]) => address.includes('busy'))).toHaveLength(1);
});
