/** A body → the answer to a request: whole, a range of it, or that nothing changed. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Body } from './openBody.ts';

/** From byte `start` up to, but without, `end`. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** Sends `body` with `status` (ranges and 304 only for 200), and closes it. Never throws: a reader may go away. */
export async function sendBody(
  request: IncomingMessage,
  response: ServerResponse,
  body: Body,
  status: 200 | 404 = 200,
): Promise<void> {
  response.setHeader('Content-Type', body.type);
  response.setHeader('ETag', body.tag);
  response.setHeader('Accept-Ranges', 'bytes');
  if (status === 200 && isKnown(request, body.tag)) sendHead(response, 304);
  else {
    const range = status === 200 ? askedRange(request, body) : 'all';
    if (range === 'none') {
      response.setHeader('Content-Range', `bytes */${body.size}`);
      sendHead(response, 416);
    } else
      await sendRange(
        request,
        response,
        body,
        range === 'all' ? status : 206,
        range === 'all' ? { start: 0, end: body.size } : range,
      );
  }
  await body.close();
}

/** A short answer in plain text. */
export function sendPlain(request: IncomingMessage, response: ServerResponse, status: number, text: string): void {
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  sendHead(response, status, request.method === 'HEAD' ? '' : `${text}\n`);
}

/** What every answer carries: nothing is kept unasked, and other sites cannot take a page's data in. */
export function setSafeHeaders(response: ServerResponse): void {
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
}

async function sendRange(
  request: IncomingMessage,
  response: ServerResponse,
  body: Body,
  status: number,
  range: Range,
): Promise<void> {
  response.setHeader('Content-Length', range.end - range.start);
  if (status === 206) response.setHeader('Content-Range', `bytes ${range.start}-${range.end - 1}/${body.size}`);
  if (request.method === 'HEAD' || range.start === range.end) return sendHead(response, status);
  response.writeHead(status);
  await pipeline(body.read(range.start, range.end), response).catch(() => response.destroy());
}

function sendHead(response: ServerResponse, status: number, text = ''): void {
  response.writeHead(status).end(text);
}

function isKnown(request: IncomingMessage, tag: string): boolean {
  const known = request.headers['if-none-match'];
  if (known === undefined) return false;
  return known === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}

/** The one range that a request asks for; `all` where it asks for none or several, `none` where it lies outside. */
function askedRange(request: IncomingMessage, body: Body): Range | 'all' | 'none' {
  const condition = request.headers['if-range'];
  if (condition !== undefined && condition !== body.tag) return 'all';
  const match = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range?.replaceAll(' ', '') ?? '');
  const [first = '', last = ''] = match?.slice(1) ?? [];
  if (first === '' && last === '') return 'all';
  const start = first === '' ? Math.max(0, body.size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? body.size : Math.min(body.size, Number(last) + 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return 'all';
  return start < end ? { start, end } : 'none';
}
