/** A link that leads to no lecture → the lecture that it probably means, written in the form that it uses. */
import { addressOf } from '../model/address.ts';
import { nearest } from '../model/nearest.ts';
import type { SyllabusEntry } from '../model/syllabus.ts';
import type { Target } from '../model/target.ts';
import { stemOf } from './findLecture.ts';
import { folderOf, nameOf, writePath } from './paths.ts';
import type { Surroundings } from './place.ts';
import { type AddressParts, decodePath } from './splitAddress.ts';

/** Null where the link has the form of neither a source file nor a page, or nothing is near. */
export function nearestLecture(parts: AddressParts, around: Surroundings): (Target & { readonly to: 'nowhere' }) | null {
  const written = decodePath(parts.path);
  const form = /\.(md|markdown|html?)$/i.exec(written)?.[1]?.toLowerCase();
  if (form === undefined && nameOf(written).includes('.')) return null;
  const isSource = form === 'md' || form === 'markdown';
  const name = bareName(written, around.folder);
  const entries = around.syllabus.entries.filter((entry) => entry.kind !== 'file');
  const namesOf = (entry: SyllabusEntry) => [stemOf(entry, around.folder), ...(isSource ? [] : [entry.address])];
  const cased = entries.find((entry) => namesOf(entry).some((other) => fold(other) === fold(name)));
  const meant = cased ?? byAddress(entries, addressOf(`${name}.md`));
  if (meant === undefined) return null;
  const isCase = cased !== undefined && form !== undefined && !namesOf(cased).includes(name);
  const path = isSource ? sourcePath(meant, parts, around) : pagePath(meant, written);
  return { to: 'nowhere', why: isCase ? 'case' : 'missing', nearest: path + parts.query + parts.fragment };
}

/** The path without the folders that lectures and pages stand in, and without its extension. */
function bareName(written: string, folder: string): string {
  const path = written.replace(/\.[^./]+$/, '').replace(/^(?:\.{1,2}\/)+/, '');
  return [folder, 'read'].reduce((rest, first) => (rest.startsWith(`${first}/`) ? rest.slice(first.length + 1) : rest), path);
}

function byAddress(entries: readonly SyllabusEntry[], address: string): SyllabusEntry | undefined {
  const addresses = entries.map((entry) => entry.address);
  return entries.find((entry) => entry.address === nearest(address, addresses));
}

function sourcePath(entry: SyllabusEntry, parts: AddressParts, around: Surroundings): string {
  return writePath(entry.source, folderOf(around.from), parts.path.startsWith('./') ? './' : '../');
}

function pagePath(entry: SyllabusEntry, written: string): string {
  const before = /^(?:\.{1,2}\/)*(?:read\/)?/.exec(written)?.[0] ?? '';
  return `${before}${entry.address}.html`;
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
