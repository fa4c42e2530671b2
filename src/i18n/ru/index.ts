import { ru as dates } from 'date-fns/locale/ru';
import type { LanguageCatalogue } from '../catalogue.ts';
import { ru as desk } from './desk.ts';
import { ru as pages } from './pages.ts';
import { ru as reader } from './reader.ts';

export const ru: LanguageCatalogue = { tag: 'ru', dates, pages, reader, desk };
