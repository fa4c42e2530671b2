import type { Site } from '../../site.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ru } from './ru.ts';
import type { ReadingWords } from './words.ts';
import { zh } from './zh.ts';

export type { ReadingWords };

/** Words of the reading features in each language of the interface. */
export const readingWords: Record<Site['language'], ReadingWords> = { en, de, fr, es, ru, ar, zh };
