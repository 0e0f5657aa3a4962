/** A request → the path that it asks for, or why it is turned away. */
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { hostname } from 'node:os';

/** `status` 200: `path` is decoded, without a slash at its start. Else `message` says what is wrong. */
export type Admission =
  | { readonly status: 200; readonly path: string; readonly query: URLSearchParams }
  | { readonly status: 400 | 403 | 405; readonly message: string };

/**
 * Only `GET` and `HEAD`, only for this machine's own names, only for plain paths. A page of a stranger's whose name was
 * made to lead here (DNS rebinding) sends that name as the host, and sees nothing.
 */
export function admit(request: IncomingMessage, host: string): Admission {
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405, message: 'Only GET and HEAD are answered.' };
  if (!isOwnHost(request.headers.host, host)) return { status: 403, message: 'This server answers to its own address only.' };
  const [, raw = '', query = ''] = /^\/([^?#]*)\??([^#]*)/.exec(request.url ?? '') ?? [];
  const path = decoded(raw);
  if (path === null || !request.url?.startsWith('/')) return { status: 400, message: 'This is no path of the site.' };
  return { status: 200, path, query: new URLSearchParams(query) };
}

/** Whether only this machine can reach a server that listens there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d+){3}$/.test(host);
}

/** Whether a `Host` header names a server that listens at `host`. */
export function isOwnHost(header: string | undefined, host: string): boolean {
  const name = /^(?:\[([^\]]+)\]|([^:]+))(?::\d+)?$/
    .exec(header?.toLowerCase() ?? '')
    ?.slice(1)
    .find(Boolean);
  if (name === undefined) return false;
  if (isLoopback(name) || name === host.toLowerCase()) return true;
  // Whoever listens on every address wants to be reached by any of them; a rebinding attack needs a name.
  return isEveryAddress(host) && (isIP(name) !== 0 || name === hostname().toLowerCase());
}

/** Whether a server that listens there can be reached by every address of this machine. */
export function isEveryAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

/** Null for a path that is badly encoded, or that could lead somewhere else. */
function decoded(raw: string): string | null {
  try {
    const path = decodeURIComponent(raw);
    const names = path.split('/');
    const plain = names.every((name, at) => name !== '.' && name !== '..' && (name !== '' || at === names.length - 1));
    return plain && !path.includes('\\') && !path.includes('\0') ? path : null;
  } catch {
    return null;
  }
}
