import type { ArchiveFormat } from './format.ts';
import { matterArchive } from './matter.ts';
import { omnivoreArchive } from './omnivore.ts';
import { tableArchive } from './tables.ts';

/** The exports of several files, in a zip or a folder. */
export const archiveFormats: readonly ArchiveFormat[] = [omnivoreArchive, matterArchive, tableArchive];
