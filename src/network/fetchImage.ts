/** The address of an image on another host → its bytes, and the extension that a file of its kind has. */

export interface FetchedImage {
  readonly bytes: Uint8Array;
  /** `.png`. */
  readonly extension: string;
}

export interface FetchLimits {
  /** Milliseconds for all of it. */
  readonly patience: number;
  /** Bytes. */
  readonly largest: number;
  readonly agent: string;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/avif': '.avif',
  'image/svg+xml': '.svg',
  'image/bmp': '.bmp',
  'image/x-icon': '.ico',
  'image/vnd.microsoft.icon': '.ico',
};

/** A text says in half a sentence why there is none. */
export async function fetchImage(url: string, limits: FetchLimits): Promise<FetchedImage | string> {
  try {
    const answer = await fetch(url, {
      signal: AbortSignal.timeout(limits.patience),
      headers: { 'user-agent': limits.agent, accept: 'image/*' },
    });
    const kind = (answer.headers.get('content-type') ?? '').replace(/;.*$/s, '').trim().toLowerCase();
    const extension = EXTENSIONS[kind];
    if (answer.ok && extension !== undefined) return await readBody(answer, extension, limits.largest);
    await answer.body?.cancel();
    return answer.ok
      ? `“${kind || 'something without a type'}” comes from there, which is no image`
      : `it answers ${answer.status}`;
  } catch (error) {
    return (error as Error).name === 'TimeoutError' ? 'it does not answer in time' : 'it does not answer';
  }
}

async function readBody(answer: Response, extension: string, largest: number): Promise<FetchedImage | string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body ?? []) {
    const bytes = part as Uint8Array;
    length += bytes.length;
    if (length > largest) return `it is larger than ${Math.round(largest / 1_000_000)} MB`;
    parts.push(bytes);
  }
  return length === 0 ? 'nothing comes from there' : { bytes: Buffer.concat(parts), extension };
}
