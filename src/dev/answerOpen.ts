/** A page's wish to see a mistake in its author's editor → the editor, opened at the place. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { OpenOrder } from '../model/wire.ts';
import { isLoopback, isOwnHost } from './admit.ts';
import { openEditor } from './openEditor.ts';
import { sendPlain, setSafeHeaders } from './sendBody.ts';

export interface OpenOptions {
  /** Where the server listens. */
  readonly host: string;
  /** The course's, absolute. */
  readonly root: string;
  /** Command lines of editors: the first that is set is taken. */
  readonly editors: readonly (string | undefined)[];
}

/** In bytes. */
const LONGEST = 4096;

/** Answers 204 when the editor was started. Only pages of this server are heard, and only on this machine. */
export async function answerOpen(request: IncomingMessage, response: ServerResponse, options: OpenOptions): Promise<void> {
  setSafeHeaders(response);
  const refuse = (status: number, message: string): void => {
    response.setHeader('Connection', 'close');
    sendPlain(request, response, status, message);
  };
  if (!isLoopback(options.host)) return refuse(403, 'Files are opened only where the server listens on this machine alone.');
  if (!isOwnPage(request, options.host)) return refuse(403, 'Only pages of this server may open files.');
  const order = readOrder(await readText(request));
  if (order === null) return refuse(400, 'This names no place in a file.');
  const file = await findFile(options.root, order.path);
  if (file === null) return refuse(404, 'There is no such file in the course.');
  const failure = await openEditor(options.editors, { ...order, path: file });
  if (failure !== null) return refuse(501, failure);
  response.writeHead(204).end();
}

/** A page of a stranger's cannot send JSON without being asked first, and cannot hide where it comes from. */
function isOwnPage({ headers }: IncomingMessage, host: string): boolean {
  const site = headers['sec-fetch-site'];
  return (
    isOwnHost(headers.host, host) &&
    headers.origin === `http://${headers.host}` &&
    (site === undefined || site === 'same-origin') &&
    /^application\/json\b/.test(headers['content-type'] ?? '')
  );
}

/** Empty where it is too long. */
async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LONGEST) return '';
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function readOrder(text: string): OpenOrder | null {
  try {
    const { path, line, column } = JSON.parse(text) as Partial<Record<keyof OpenOrder, unknown>>;
    return typeof path === 'string' && isCount(line) && isCount(column) ? { path, line, column } : null;
  } catch {
    return null;
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

/** Absolute; null where it is no file, or none of the course. */
async function findFile(root: string, path: string): Promise<string | null> {
  try {
    const [file, home] = [await realpath(join(root, path)), (await realpath(root)) + sep];
    const isOfCourse = file.startsWith(home) && !file.slice(home.length).split(sep).some(isNoPart);
    return isOfCourse && (await stat(file)).isFile() ? file : null;
  } catch {
    return null;
  }
}

function isNoPart(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
