/** The images that a course takes from other hosts → files in `assets/`, and the references that name these instead. */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Reference } from './model/attributes.ts';
import type { Edit } from './model/edit.ts';
import type { Files } from './model/files.ts';
import type { SourceFile } from './model/source.ts';
import type { Resolved } from './model/target.ts';
import { type FetchedImage, type FetchLimits, fetchImage } from './network/fetchImage.ts';

export interface LocalImage {
  readonly url: string;
  /** Its path in the course. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Whether the very same picture is there already, or comes from another address too. */
  readonly there: boolean;
}

export interface LocalPlan {
  readonly images: readonly LocalImage[];
  readonly edits: readonly Edit[];
  /** What stays as it is, and why: whole sentences. */
  readonly troubles: readonly string[];
}

interface RemoteImage extends Resolved {
  readonly url: string;
}

/** Fetches one image after the other, each once. `readSource` gives the text of a file as it is on disk. */
export async function planLocal(
  uses: readonly Resolved[],
  files: Files,
  readSource: (path: string) => SourceFile,
  limits: FetchLimits,
): Promise<LocalPlan> {
  const wanted = uses.flatMap((use): readonly RemoteImage[] =>
    use.target.to === 'remote' && use.reference.role === 'image' ? [{ ...use, url: use.target.url }] : [],
  );
  const images = new Map<string, LocalImage>();
  const troubles: string[] = [];
  for (const url of new Set(wanted.map((image) => image.url))) {
    const fetched = await fetchImage(url, limits);
    if (typeof fetched === 'string') troubles.push(`“${url}” stays: ${fetched}.`);
    else images.set(url, placeImage(url, fetched, files, [...images.values()]));
  }
  const edits = wanted.flatMap((image): readonly Edit[] => {
    const local = images.get(image.url);
    if (local === undefined) return [];
    const source = readSource(image.reference.span.path);
    const edit = sharesDefinition(image, uses, source) ? null : editOf(image, local, source);
    if (edit === null)
      troubles.push(
        `“${image.url}” in “${image.reference.span.path}” stays: it is not written out there, or the file is not UTF-8.`,
      );
    return edit === null ? [] : [edit];
  });
  const named = new Set(edits.map(({ text }) => posix.basename(text)));
  return { images: [...images.values()].filter(({ path }) => named.has(posix.basename(path))), edits, troubles };
}

/** `assets/` and the name that it has there; another one where a different file has that name. */
function placeImage(url: string, { bytes, extension }: FetchedImage, files: Files, taken: readonly LocalImage[]): LocalImage {
  const stem = stemOf(url);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const others = new Map(taken.map((image) => [image.path.toLowerCase(), image.bytes]));
  const names = new Set(files.names('assets').map((name) => name.toLowerCase()));
  for (let count = 1; ; count++) {
    const name = `${stem}${count === 1 ? '' : `-${count}`}${extension}`;
    const path = `assets/${name}`;
    const other = others.get(path.toLowerCase());
    if (other !== undefined && Buffer.compare(other, bytes) === 0) return { url, path, bytes, there: true };
    if (other !== undefined) continue;
    if (!names.has(name.toLowerCase())) return { url, path, bytes, there: false };
    if (files.size(path) !== null && files.hash(path) === hash) return { url, path, bytes, there: true };
  }
}

/** The last name of an address, in letters that every disk and address bears. */
function stemOf(url: string): string {
  const { pathname, host } = new URL(url);
  const last = decode(posix.basename(pathname)).replace(/\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico)$/i, '');
  const plain = (text: string): string =>
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60);
  return plain(last) || plain(host) || 'image';
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Whether a link has the same address by name: it would lead to the copy too. */
function sharesDefinition({ url, reference }: RemoteImage, uses: readonly Resolved[], { text }: SourceFile): boolean {
  const isNamed = ({ span, address }: Reference): boolean => !text.slice(span.start, span.end).includes(address);
  const links = uses.filter(({ target, reference: { role } }) => target.to === 'remote' && target.url === url && role === 'link');
  return isNamed(reference) && links.some((link) => link.reference.span.path === reference.span.path && isNamed(link.reference));
}

/** Null where the address cannot be found at its place, as the author wrote it in some other way. */
function editOf({ reference }: RemoteImage, { path }: LocalImage, source: SourceFile): Edit | null {
  const { span, address } = reference;
  // what is not UTF-8 could not be written again as it is
  if (source.text.includes('\uFFFD')) return null;
  const written = source.text.slice(span.start, span.end);
  const forms = [address, address.replaceAll('&', '&amp;')];
  const form = forms.find((one) => one !== '' && written.split(one).length === 2);
  const start = form === undefined ? definitionOf(written, address, source.text) : span.start + written.indexOf(form);
  if (start === null) return null;
  const text = posix.relative(posix.dirname(span.path), path);
  return { span: { path: span.path, start, end: start + (form ?? address).length }, text };
}

/** Where the address stands that an image has by a name (`[loop]: …`): null where no line, or more than one, defines it. */
function definitionOf(written: string, address: string, text: string): number | null {
  const named = [...text.matchAll(DEFINITION)].filter(({ groups }) => {
    return groups?.['address'] === address && written.toLowerCase().includes((groups['name'] ?? '').toLowerCase());
  });
  const [only, ...others] = named;
  return only === undefined || others.length > 0 ? null : only.index + only[0].length - address.length;
}

const DEFINITION = /^ {0,3}\[(?<name>[^\]\r\n]+)\]:[ \t]*<?(?<address>[^\s<>]+)/gm;
