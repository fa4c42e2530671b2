import { es as dates } from 'date-fns/locale/es';
import type { LanguageCatalogue } from '../catalogue.ts';
import { es as desk } from './desk.ts';
import { es as pages } from './pages.ts';
import { es as reader } from './reader.ts';

export const es: LanguageCatalogue = { tag: 'es', dates, pages, reader, desk };
