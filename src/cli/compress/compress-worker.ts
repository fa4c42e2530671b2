import { readFileSync, writeFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** A thread's share of the files to compress. */
const { files, best } = workerData as { files: string[]; best: boolean };
for (const file of files) {
  const text = readFileSync(file);
  const quality = best ? constants.BROTLI_MAX_QUALITY : 9;
  writeFileSync(
    `${file}.br`,
    brotliCompressSync(text, {
      params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
    }),
  );
  writeFileSync(`${file}.gz`, gzipSync(text, { level: best ? 9 : 6 }));
}
