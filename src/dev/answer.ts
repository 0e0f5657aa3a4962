/** A request, and a site to find files in → an answer, as a host of static sites gives it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { admit } from './admit.ts';
import type { Body } from './openBody.ts';
import { sendBody, sendPlain, setSafeHeaders } from './sendBody.ts';

/** Finds a file by its path from the site's root (`read/roles.html`); null where there is none. */
export type FindBody = (path: string) => Promise<Body | null>;

/** Answers with a file, its folder's `index.html`, the page without its ending (`/roles`), or the site's own 404 page. */
export async function answer(request: IncomingMessage, response: ServerResponse, host: string, find: FindBody): Promise<void> {
  setSafeHeaders(response);
  const admission = admit(request, host);
  if (admission.status !== 200) {
    if (admission.status === 405) response.setHeader('Allow', 'GET, HEAD');
    return sendPlain(request, response, admission.status, admission.message);
  }
  const { path } = admission;
  const body =
    path === '' || path.endsWith('/') ? await find(`${path}index.html`) : ((await find(path)) ?? (await find(`${path}.html`)));
  if (body !== null) return sendBody(request, response, body);
  const folder = path === '' || path.endsWith('/') ? null : await find(`${path}/index.html`);
  if (folder !== null) {
    await folder.close();
    response.setHeader('Location', `${encodeURIComponent(path.slice(path.lastIndexOf('/') + 1))}/`);
    return sendPlain(request, response, 301, 'This is a folder.');
  }
  const missing = await find('404.html');
  if (missing !== null) return sendBody(request, response, missing, 404);
  return sendPlain(request, response, 404, 'There is no such page.');
}
