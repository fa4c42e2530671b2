import { describe, expect, test } from 'vitest';
import { readByline } from './byline.ts';
import { isName, isOffice, isOrganisation, isPublication, isRole, leadingName } from '../text/names.ts';

const say = (text: string, unmarked = false) => {
  const byline = readByline(text, unmarked);
  return byline && [byline.authors.join(' + '), byline.source].filter(Boolean).join(' @ ');
};

describe('bylines as publishers print them', () => {
  test.each([
    ['By Ann Lee', 'Ann Lee'],
    ['by: Ann Lee', 'Ann Lee'],
    ['BY ANN LEE', 'ANN LEE'],
    ['By Ann Lee and Bo Berg', 'Ann Lee + Bo Berg'],
    ['By Ann Lee, Bo Berg & Cy Dahl', 'Ann Lee + Bo Berg + Cy Dahl'],
    ['By Ann Lee, Harbour Times', 'Ann Lee @ Harbour Times'],
    ['By Ann Lee Fox News', 'Ann Lee @ Fox News'],
    ['By Ann de la Lee BBC News', 'Ann de la Lee @ BBC News'],
    ['By Ann Lee | alee@example.com', 'Ann Lee'],
    ['By Ann Lee@annlee', 'Ann Lee'],
    ['By Ann Lee@annlee28Bo Berg', 'Ann Lee + Bo Berg'],
    ['By Ann LeeStaff Writer', 'Ann Lee'],
    ['ByAnn Lee', 'Ann Lee'],
    ['By Ann Lee For The Harbour Mail', 'Ann Lee'],
    ['By Ann Lee March 18 at 3:57 PM Follow @annlee', 'Ann Lee'],
    ['By Ann Lee 5 minute Read', 'Ann Lee'],
    ['By Ann Lee, a deputy editor and author of a newsletter. She has covered harbours for over a decade.', 'Ann Lee'],
    ['by Ann Lee (reporting) and Bo Berg (photography)', 'Ann Lee + Bo Berg'],
    ['By Daniel', 'Daniel'],
    ['By STAFF AND NEWS SERVICE REPORTS', 'STAFF AND NEWS SERVICE REPORTS'],
    ['Von Anna Berg', 'Anna Berg'],
    ['Par Anne Leroy(Bruxelles, bureau européen)', 'Anne Leroy'],
    ['Por Ana López', 'Ana López'],
    ['geschrieben von Anna Berg', 'Anna Berg'],
  ])('%s', (text, expected) => expect(say(text)).toBe(expected));

  test.each([
    ['Ann Lee', 'Ann Lee'],
    ['Ann Lee, Bo Berg and Cy Dahl', 'Ann Lee + Bo Berg + Cy Dahl'],
    ['Ann Lee Harbour correspondent', 'Ann Lee'],
    ['Ann Lee at the Old Harbour', 'Ann Lee'],
    ['Ann Lee · Harbour News', 'Ann Lee @ Harbour News'],
    ['Ann van der Lee', 'Ann van der Lee'],
  ])('beside a date: %s', (text, expected) => expect(say(text, true)).toBe(expected));

  test.each([
    'By now everybody in the town knew what the council would do.',
    'By the time the doors opened, the fishermen had gone home.',
    'By',
    'Bypass closed',
    'The harbour stays open',
  ])('not a byline: %s', (text) => expect(say(text)).toBeNull());

  test('what is kept stands where the spans say', () => {
    for (const text of [
      'By Ann LeeStaff Writer',
      'By Ann Lee@annlee28Bo Berg',
      'By Ann Lee (reporting) and Bo Berg, Harbour Times',
    ]) {
      const { authors, source, spans } = readByline(text, false)!;
      expect(spans.map(([start, end]) => text.slice(start, end))).toEqual([...authors, ...(source ? [source] : [])]);
    }
  });
});

test('names, publications and posts are told apart', () => {
  for (const name of ['Ann Lee', "Daniel O'Mahony", 'J.O. Haselby', 'Ludwig van der Berg', 'Анна Иванова'])
    expect(isName(name), name).toBe(true);
  for (const text of ['Ann', 'The Local', 'Ann Lee?', 'harbour master', 'Ann Lee 2'])
    expect(isName(text), text).toBe(false);
  for (const text of ['Harbour News', 'Reuters', 'The Harbour Post', 'example.com'])
    expect(isOrganisation(text) || text === 'example.com', text).toBe(true);
  expect(isOrganisation('Get our free news app')).toBe(false);
  expect([isPublication('The Harbour Post'), isPublication('Local News')]).toEqual([true, false]);
  expect([isRole('Senior Editor'), isRole('He is an editor.'), isRole('Harbour')]).toEqual([true, false, false]);
  expect([leadingName('Ann Lee Harbour correspondent'), leadingName('Ann Lee')]).toEqual(['Ann Lee', null]);
});

describe('offices and institutions, as pictures are credited to', () => {
  test.each([
    'Gaines County Sheriff’s Office',
    'Museum of the Harbour',
    'Portuguese Navy',
    'Greater Manchester Police',
  ])('%s', (text) => expect(isOffice(text)).toBe(true));
  test.each(['Police', 'Ann Lee', 'He left the office', 'The police said so.', 'A park, a pond'])('not: %s', (text) =>
    expect(isOffice(text)).toBe(false),
  );
});
