import { de as dates } from 'date-fns/locale/de';
import type { LanguageCatalogue } from '../catalogue.ts';
import { de as desk } from './desk.ts';
import { de as pages } from './pages.ts';
import { de as reader } from './reader.ts';

export const de: LanguageCatalogue = { tag: 'de', dates, pages, reader, desk };
