import { mkdir, realpath, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { existsSync, lstatSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { timingSafeEqual } from 'node:crypto';
import { inside } from '../publish/paths.ts';

/**
 * Writes what the desk keeps into the content folder, in development alone: for the machine that it runs on, from the
 * desk's own page, which was given a token. Nothing is written over unasked, nothing outside the folder.
 */

/** A dozen photographs. */
const MOST_BYTES = 60_000_000;
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const HERE = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;
/** A letter or digit first, so that no name is hidden; none that Windows takes for a device. */
const plainName = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[\p{L}\p{N}][\p{L}\p{N}\p{M} ._-]{0,150}$/iu;
const articleName = /\.md$/i;
const pictureName = /\.(?:jpe?g|png|webp|avif|gif)$/i;

/** What is answered where something is not to be written. */
class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** What a request must be to be heard. */
function mayKeep(
  {
    method,
    headers,
    socket,
  }: Pick<IncomingMessage, 'method' | 'headers'> & { socket: { remoteAddress?: string | undefined } },
  token: string,
): boolean {
  const { host = '', origin } = headers;
  const given = Buffer.from(String(headers['desk-token'] ?? ''));
  const wanted = Buffer.from(token);
  return (
    method === 'POST' &&
    LOOPBACK.has(socket.remoteAddress ?? '') &&
    // A name that somebody has lead to this machine is none of ours.
    HERE.test(host) &&
    (origin === `http://${host}` || origin === `https://${host}`) &&
    given.length === wanted.length &&
    timingSafeEqual(given, wanted)
  );
}

/**
 * Answers the desk's request to keep an article.
 *
 * @param content the content folder
 */
export async function keepFromDesk(
  request: IncomingMessage,
  response: ServerResponse,
  content: string,
  token: string,
): Promise<void> {
  const answer = (status: number, text: string) =>
    response.writeHead(status, { 'Content-Type': 'text/plain;charset=utf-8' }).end(`${text}\n`);
  try {
    if (!mayKeep(request, token)) throw new Refused(403, 'only the desk of this server may write here');
    const form = await formOf(request);
    answer(200, await keepFiles(content, filesIn(form), request.headers['desk-replace'] === 'yes'));
  } catch (error) {
    if (error instanceof Refused) answer(error.status, error.message);
    else answer(500, error instanceof Error ? error.message : String(error));
  }
}

async function formOf(request: IncomingMessage): Promise<FormData> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Refused(413, `more than ${MOST_BYTES / 1e6} million bytes`);
    chunks.push(chunk);
  }
  const headers = { 'Content-Type': request.headers['content-type'] ?? '' };
  return new Response(Buffer.concat(chunks), { headers }).formData().catch(() => {
    throw new Refused(400, 'this is no form');
  });
}

function filesIn(form: FormData): File[] {
  const article = form.get('article');
  const pictures = form.getAll('picture');
  if (!(article instanceof File) || !articleName.test(article.name)) throw new Refused(400, 'an article is a .md file');
  const files = [article];
  for (const picture of pictures) {
    if (!(picture instanceof File) || !pictureName.test(picture.name)) throw new Refused(400, 'a picture is a file');
    files.push(picture);
  }
  for (const { name } of files)
    if (!plainName.test(name) || /[. ]$/.test(name))
      throw new Refused(400, `the name ${JSON.stringify(name)} can't be kept`);
  return files;
}

/**
 * Writes an article and its pictures beside each other.
 *
 * @returns the article's path below the content folder
 * @throws Refused where one is there already and it isn't said that it may be replaced
 */
async function keepFiles(content: string, files: readonly File[], replace: boolean): Promise<string> {
  const habit = join(content, 'articles');
  const folder = existsSync(habit) ? habit : content;
  await mkdir(folder, { recursive: true });
  const [top, real] = [await realpath(content), await realpath(folder)];
  if (real !== top && !real.startsWith(top + sep)) throw new Refused(403, 'the folder leads out of the content folder');
  const places = files.map((file) => ({ file, to: inside(real, file.name) }));
  const link = places.find(({ to }) => lstatSync(to, { throwIfNoEntry: false })?.isSymbolicLink());
  if (link) throw new Refused(403, `${link.file.name} is a link`);
  const there = places.find(({ to }) => existsSync(to));
  if (there && !replace) throw new Refused(409, there.file.name);
  // Pictures first: the article is read as soon as it is there.
  for (const { file, to } of [...places].reverse()) {
    await writeFile(to, new Uint8Array(await file.arrayBuffer()), { flag: replace ? 'w' : 'wx' });
  }
  return relative(top, join(real, files[0]!.name)).split(sep).join('/');
}
