/** An address as the author wrote it → its scheme, or its path in the course and what follows the path. */

export interface AddressParts {
  /** Lower case, without the colon; null for a path. A drive letter (`C:`) is a path. */
  readonly scheme: string | null;
  /** Names another host: `https://…`, `//host/…`. */
  readonly remote: boolean;
  /** As written, backslashes as slashes, without query and fragment. */
  readonly path: string;
  /** With its `?`; empty where there is none. */
  readonly query: string;
  /** With its `#`; empty where there is none. */
  readonly fragment: string;
}

/** Takes an address apart as browsers do, who skip white space and control characters around and inside a scheme. */
export function splitAddress(address: string): AddressParts {
  const bare = cleanAddress(address);
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(bare)?.[1]?.toLowerCase() ?? null;
  const remote = scheme === 'http' || scheme === 'https' || (scheme === null && /^[\\/]{2}/.test(bare));
  const [beforeFragment = ''] = bare.split('#', 1);
  const [path = ''] = beforeFragment.split('?', 1);
  return {
    scheme,
    remote,
    path: path.replaceAll('\\', '/'),
    query: beforeFragment.slice(path.length),
    fragment: bare.slice(beforeFragment.length),
  };
}

/** The address without the characters that browsers skip, so that nothing can hide in it. */
export function cleanAddress(address: string): string {
  return address.replace(/[\t\n\r]/g, '').replace(/^[\p{Cc} ]+|[\p{Cc} ]+$/gu, '');
}

/** The path with its `%` escapes undone, in NFC; as written where they are malformed. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path.normalize('NFC');
  }
}
