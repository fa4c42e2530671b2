import { zhCN as dates } from 'date-fns/locale/zh-CN';
import type { LanguageCatalogue } from '../catalogue.ts';
import { zh as desk } from './desk.ts';
import { zh as pages } from './pages.ts';
import { zh as reader } from './reader.ts';

export const zh: LanguageCatalogue = { tag: 'zh-Hans', dates, pages, reader, desk };
