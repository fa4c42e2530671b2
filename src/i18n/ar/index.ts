import { ar as dates } from 'date-fns/locale/ar';
import type { LanguageCatalogue } from '../catalogue.ts';
import { ar as desk } from './desk.ts';
import { ar as pages } from './pages.ts';
import { ar as reader } from './reader.ts';

export const ar: LanguageCatalogue = { tag: 'ar', dates, pages, reader, desk };
