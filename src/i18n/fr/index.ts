import { fr as dates } from 'date-fns/locale/fr';
import type { LanguageCatalogue } from '../catalogue.ts';
import { fr as desk } from './desk.ts';
import { fr as pages } from './pages.ts';
import { fr as reader } from './reader.ts';

export const fr: LanguageCatalogue = { tag: 'fr', dates, pages, reader, desk };
