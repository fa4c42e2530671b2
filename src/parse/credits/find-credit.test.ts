import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditAlone, creditAtEnd } from './find-credit.ts';

/** Captions as publishers print them, and what their credit is: the text after the caption, the parts. */
const forms: readonly (readonly [publisher: string, text: string, caption: string, parts: readonly string[]])[] = [
  ['Newsweek', 'A tram in the snow. ANNA BERG/SPUTNIK/AFP/Getty Images', 'A tram in the snow.', ['ANNA BERG', 'SPUTNIK', 'AFP', 'Getty Images']],
  ['Guardian', 'A tram in the snow. Photograph: Eva Lind/Reuters', 'A tram in the snow.', ['Eva Lind', 'Reuters']],
  ['Guardian, commissioned', 'A tram. Photograph: Adrian Moll for the Guardian', 'A tram.', ['Adrian Moll for the Guardian']],
  ['AP', 'A tram in the snow. (AP Photo/Carl Rex Arbor)', 'A tram in the snow.', ['Carl Rex Arbor', 'AP']],
  ['AP, from the files', 'FILE - A tram. (AP Photo/Alan Ruiz, File)', 'FILE - A tram.', ['Alan Ruiz', 'AP', 'File']],
  ['Reuters', 'A tram. REUTERS/Issam Haddad Purchase Licensing Rights, opens new tab', 'A tram.', ['Issam Haddad', 'REUTERS']],
  ['Reuters, from the files', 'A tram. REUTERS/Tom Peters/File Photo', 'A tram.', ['Tom Peters', 'REUTERS', 'File Photo']],
  ['Reuters, pool', 'A tram. Kirsty Wiggs/Pool via REUTERS', 'A tram.', ['Kirsty Wiggs', 'Pool', 'REUTERS']],
  ['New York Times, glued', 'A tram in Queens.CreditCreditKim Lund for The New York Times', 'A tram in Queens.', ['Kim Lund for The New York Times']],
  ['New York Times', 'A tram on Monday. Credit Asha Lee/Agence France-Presse — Getty Images', 'A tram on Monday.', ['Asha Lee', 'Agence France-Presse', 'Getty Images']],
  ['New York Times, with dots', 'A tram in Queens.Credit...Kim Lund for The New York Times', 'A tram in Queens.', ['Kim Lund for The New York Times']],
  ['Nexstar, an office', 'A tram was found in the lot. (Gaines County Sheriff’s Office)', 'A tram was found in the lot.', ['Gaines County Sheriff’s Office']],
  ['Kyiv Independent, a channel', 'A tram in Kharkiv. (Astra / Telegram)', 'A tram in Kharkiv.', ['Astra', 'Telegram']],
  ['ABC Australia, a region', 'A tram in Bega. (ABC South East NSW: Ana Ruiz)', 'A tram in Bega.', ['ABC South East NSW', 'Ana Ruiz']],
  ['NBC, glued', 'A tram on Thursday.Anton Wall / AFP - Getty Images', 'A tram on Thursday.', ['Anton Wall', 'AFP', 'Getty Images']],
  ['Telegraph', 'A tram on a street Credit: STR/AFP', 'A tram on a street', ['STR', 'AFP']],
  ['Nature, glued', 'A tram of glass.Credit: AFP/Getty', 'A tram of glass.', ['AFP', 'Getty']],
  ['Mirror', 'A tram in the rain (Image: Getty Images/iStockphoto)', 'A tram in the rain', ['Getty Images', 'iStockphoto']],
  ['Metro', 'A tram in the rain (Picture: Claudia Bresson/AP)', 'A tram in the rain', ['Claudia Bresson', 'AP']],
  ['i', 'A tram (Photo: Ben Birch/PA Wire)', 'A tram', ['Ben Birch', 'PA Wire']],
  ['CBC', 'A tram is shown. (Adel Hanna/Associated Press)', 'A tram is shown.', ['Adel Hanna', 'Associated Press']],
  ['Nation', 'A tram. (Robert F. Bukowski / AP)', 'A tram.', ['Robert F. Bukowski', 'AP']],
  ['Seattle Times', 'A tram. (Ellen M. Bantry / The Seattle Times)', 'A tram.', ['Ellen M. Bantry', 'The Seattle Times']],
  ['Postmedia', 'A tram on Monday. Photo by Jean Lavoie / Postmedia News', 'A tram on Monday.', ['Jean Lavoie', 'Postmedia News']],
  ['Postmedia, no full stop', 'A tram on Monday Photo by Jean Lavoie /AFP via Getty Images', 'A tram on Monday', ['Jean Lavoie', 'AFP', 'Getty Images']],
  ['Politico EU', 'A tram in Brussels | Niall Carr/PA Images via Getty Images', 'A tram in Brussels', ['Niall Carr', 'PA Images', 'Getty Images']],
  ['TechRadar', 'A tram (Image credit: Google)', 'A tram', ['Google']],
  ['TechCrunch', 'A tram. Image Credits: Strava', 'A tram.', ['Strava']],
  ['Libération', 'Un tram, le 30 avril. (Photo Prakash Math. AFP)', 'Un tram, le 30 avril.', ['Prakash Math', 'AFP']],
  ['Heise', 'Eine Tram im Schnee. (Bild: Heise Medien)', 'Eine Tram im Schnee.', ['Heise Medien']],
  ['La Nación', 'Un tranvía. Foto: Ana Ruiz', 'Un tranvía.', ['Ana Ruiz']],
  ['Le Monde', 'Un tram, à Bruxelles, le 7 mai. ERIC VALLE / AFP', 'Un tram, à Bruxelles, le 7 mai.', ['ERIC VALLE', 'AFP']],
  ['Le Monde, commissioned', 'Un tram. JULIE BERT POUR « LE MONDE »', 'Un tram.', ['JULIE BERT POUR « LE MONDE »']],
  ['France 24', "Un tram dans la neige © Julie Bert, AFP", 'Un tram dans la neige', ['© Julie Bert', 'AFP']],
  ['El País', 'Un tranvía en Madrid. ANA RUIZ (EFE)', 'Un tranvía en Madrid.', ['ANA RUIZ', 'EFE']],
  ['Aktuálně', 'Tramvaj ve Villa Parku. | Foto: Reuters', 'Tramvaj ve Villa Parku.', ['Reuters']],
  ['G1', 'Bonde no Rio — Foto: Ana Ruiz/TV Globo', 'Bonde no Rio', ['Ana Ruiz', 'TV Globo']],
  ['Al Jazeera', 'A tram in the snow [File: Ana Ruiz/Reuters]', 'A tram in the snow', ['Ana Ruiz', 'Reuters']],
  ['ABC Australia', 'A tram in Melbourne. (ABC News: Ana Ruiz)', 'A tram in Melbourne.', ['ABC News', 'Ana Ruiz']],
  ['NZ Herald', 'A tram in Auckland. Photo / Ana Ruiz', 'A tram in Auckland.', ['Ana Ruiz']],
  ['The Hindu', 'A tram in Kolkata. | Photo Credit: PTI', 'A tram in Kolkata.', ['PTI']],
  ['Malay Mail', 'A tram in George Town. — Bernama pic', 'A tram in George Town.', ['Bernama pic']],
  ['Bloomberg', 'A tram. Photographer: Ana Ruiz/Bloomberg', 'A tram.', ['Ana Ruiz', 'Bloomberg']],
  ['NPR', 'A tram in N.C., on June 18. Chuck Barton/AP hide caption', 'A tram in N.C., on June 18.', ['Chuck Barton', 'AP']],
  ['Herald Sun', 'A new tram for two years. Source: Supplied', 'A new tram for two years.', ['Supplied']],
  ['Deutsche Welle', 'Eine Tram in Berlin Bild: Kai Niet/dpa/picture alliance', 'Eine Tram in Berlin', ['Kai Niet', 'dpa', 'picture alliance']],
  ['Yahoo Japan', '路面電車（写真：ロイター/アフロ）', '路面電車', ['ロイター', 'アフロ']],
  ['Korean', '눈 속의 전차. 사진=뉴스1', '눈 속의 전차.', ['뉴스1']],
  ['TASS', 'Трамвай в снегу. Фото: Анна Берг / РИА Новости', 'Трамвай в снегу.', ['Анна Берг', 'РИА Новости']],
  ['USA Today', 'No, the tram is not late. USATSI', 'No, the tram is not late.', ['USATSI']],
  ['Time', 'A tram in the snow. Saul Lobe—AFP/Getty Images', 'A tram in the snow.', ['Saul Lobe', 'AFP', 'Getty Images']],
  ['McClatchy', 'A tram in the snow. Evan Vance AP', 'A tram in the snow.', ['Evan Vance', 'AP']],
  ['French papers', 'Un tram dans la neige. Photo AFP', 'Un tram dans la neige.', ['AFP']],
  ['Polish papers', 'Tramwaj w Warszawie. / fot. PAP', 'Tramwaj w Warszawie.', ['PAP']],
  ['Slate', 'A tram. Photo illustration by Lisa Walk', 'A tram.', ['Lisa Walk']],
  ['National Geographic', 'A tram by night. Photograph by Tyra Turn, National Geographic Creative', 'A tram by night.', ['Tyra Turn', 'National Geographic Creative']],
]; // prettier-ignore

describe('a credit at the end of a caption', () => {
  it.each(forms)('%s: %s', (_, text, caption, parts) => {
    const credit = creditAtEnd(text);
    expect(credit?.parts).toEqual(parts);
    expect(text.slice(0, credit?.from).trim()).toBe(caption);
  });

  it.each([
    '(Photo: Brett Davies, USA TODAY Sports)',
    '[Featured Image by Joe Radley/Getty Images]',
    'Steve Putzer | The Image Bank | Getty Images',
    'Nathan Allard / Photononstop / AFP',
    'Courtesy of Zillow',
    'Crédit photo : KB / Le Blog',
    'Image Credits: Strava',
    'Photo: Ana Ruiz',
    'James D. Smith via AP',
    'Photo via Evert Tennis Academy',
    'Getty Images',
    'Image source, Getty Images',
  ])('a credit alone: %s', (text) => {
    expect(creditAlone(text)).not.toBeNull();
  });

  it('keeps the label and the joining words for the repairs', () => {
    expect(creditAtEnd('A tram. Photo by Ana Ruiz/Pool via Reuters')?.dropped).toBe('Photo by … via');
    expect(creditAtEnd('A tram.CreditAna Ruiz/Reuters')?.dropped).toBe('CreditAna');
    expect(creditAtEnd('A tram. Ana Ruiz/Reuters')?.dropped).toBeNull();
  });
});

describe('prose that has no credit', () => {
  it.each([
    'The team won with two goals courtesy of the new striker and his brother.',
    'He credited the win to his trainer, and the trainer credited him.',
    'The minister told Reuters on Monday that trams would run again.',
    'Credit goes to the people who cleared the snow',
    'The photo: a tram in the snow, alone',
    'Photos from the scene showed smoke over the harbour',
    'The court found that the firm had broken copyright law',
    '“We shall see,” she said.',
    'Passengers waited for hours (some of them in the rain)',
    'The law was passed in 1998 (and repealed in 2004).',
    'She moved to St. Louis',
    'It was the work of the U.S. Army',
    'Who was to blame? The Mayor',
    '© Thomson Reuters 2020',
    'Facebook',
    'Photos: The mayor’s career',
    'It was a race to the end. Photo finish',
    'He likes rock (AC/DC)',
    'News/Politics',
    'The ministry said it would not comment. It never does',
    'The tram runs from A to B (see map)',
  ])('%s', (text) => {
    expect(creditAtEnd(text)).toBeNull();
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    'Photo',
    ':',
    '/',
    '(',
    ')',
    'Getty Images',
    'AFP',
    'via',
    '. ',
    ' ',
    'Ana Ruiz',
    '—',
    '©',
    'tram',
    '[',
    ']',
    '\n',
  );

  it('gives a credit that lies within it, and loses no word', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 300 }),
          fc.array(words, { maxLength: 40 }).map((list) => list.join('')),
        ),
        (text) => {
          const credit = creditAtEnd(text);
          if (!credit) return;
          expect(credit.from).toBeGreaterThanOrEqual(0);
          expect(credit.from).toBeLessThan(text.length);
          const told = `${credit.parts.join(' ')} ${credit.dropped ?? ''}`;
          for (const word of text.slice(credit.from).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) expect(told).toContain(word);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each(['(', 'Photo: ', 'A/', '. A', 'Credit', '© ', ' ', '."', 'A. '])(
    'takes no longer for a megabyte of %j',
    (piece) => {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      const start = process.cpuUsage();
      creditAtEnd(text);
      expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
    },
  );
});
