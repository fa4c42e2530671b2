import { enGB as dates } from 'date-fns/locale/en-GB';
import type { LanguageCatalogue } from '../catalogue.ts';
import { en as desk } from './desk.ts';
import { en as pages } from './pages.ts';
import { en as reader } from './reader.ts';

export const en: LanguageCatalogue = { tag: 'en', dates, pages, reader, desk };
