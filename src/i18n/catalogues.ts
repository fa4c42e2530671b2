import { ar } from './ar/index.ts';
import type { LanguageCatalogue } from './catalogue.ts';
import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { es } from './es/index.ts';
import { fr } from './fr/index.ts';
import type { Language } from './languages.ts';
import { ru } from './ru/index.ts';
import { zh } from './zh/index.ts';

/** What the interface says, by language. */
export const catalogues: Record<Language, LanguageCatalogue> = { en, de, fr, es, ru, ar, zh };
