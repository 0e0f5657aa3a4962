/** An address under which nothing is → why, and the name that was probably meant, as the author would write it. */
import type { Reference, ReferenceRole } from '../model/attributes.ts';
import { nearest } from '../model/nearest.ts';
import type { Target } from '../model/target.ts';
import { isAbsolute, pathsOf } from './findAsset.ts';
import { listFiles } from './listFiles.ts';
import { nearestLecture } from './nearestLecture.ts';
import { folderOf, joinPath, nameOf, writePath } from './paths.ts';
import type { Surroundings } from './place.ts';
import { type AddressParts, decodePath } from './splitAddress.ts';

/** What each role can show; a link may lead to anything. */
const KINDS: Readonly<Record<ReferenceRole, RegExp>> = {
  link: /./,
  frame: /\.(?:html?|pdf|svg)$/i,
  image: /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico)$/i,
  media: /\.(?:mp4|webm|ogv|mov|m4v|mp3|ogg|oga|wav|m4a|flac|opus|vtt)$/i,
  style: /\.(?:css|png|jpe?g|gif|svg|webp|avif|woff2?|ttf|otf)$/i,
  script: /\.m?js$/i,
};

/** Says why an address leads nowhere, and what was probably meant. */
export function findNearest(reference: Reference, parts: AddressParts, around: Surroundings): Target {
  const write = (path: string) => {
    return writePath(path.replace(/^public\//, ''), folderOf(around.from), parts.path) + parts.query + parts.fragment;
  };
  if (leadsOut(parts.path, around)) {
    const inside = nearestFile(reference.role, decodePath(parts.path), around);
    return { to: 'nowhere', why: 'outside', nearest: inside === null ? null : writePath(inside, folderOf(around.from), '') };
  }
  const paths = pathsOf(parts.path, around);
  const lecture = reference.role === 'link' ? nearestLecture(parts, around) : null;
  if (lecture?.why === 'case') return lecture;
  for (const path of paths) {
    const real = realCase(path, around);
    if (real !== null) return { to: 'nowhere', why: 'case', nearest: write(real) };
  }
  if (lecture !== null) return lecture;
  const file = nearestFile(reference.role, decodePath(parts.path), around);
  return { to: 'nowhere', why: 'missing', nearest: file === null ? null : write(file) };
}

function leadsOut(path: string, around: Surroundings): boolean {
  const decoded = decodePath(path);
  if (isAbsolute(decoded) || joinPath(folderOf(around.from), decoded) === null) return true;
  return pathsOf(path, around).some((path) => around.files.leadsOut(path));
}

/** The path as it is spelled on disk, where only letter case differs; null where it does not exist in any case. */
function realCase(path: string, { files }: Surroundings): string | null {
  let folder = '';
  for (const wanted of path.split('/')) {
    const names = files.names(folder).map((name) => name.replace(/\/$/, ''));
    const name = names.includes(wanted) ? wanted : names.find((name) => fold(name) === fold(wanted));
    if (name === undefined) return null;
    folder = folder === '' ? name : `${folder}/${name}`;
  }
  return folder !== path && files.size(folder) !== null ? folder : null;
}

/** The existing file that a missing one probably is: of the same name elsewhere, else of a near name. */
function nearestFile(role: ReferenceRole, written: string, around: Surroundings): string | null {
  const name = nameOf(written);
  const files = listFiles(around.files).filter((path) => KINDS[role].test(path));
  const moved = files.find((path) => fold(nameOf(path)) === fold(name));
  if (moved !== undefined) return moved;
  const folders = [folderOf(around.from), ''].flatMap((folder) => joinPath(folder, written) ?? []).map(folderOf);
  const beside = files.filter((path) => folders.includes(folderOf(path)));
  const stem = (path: string) => fold(nameOf(path).replace(/\.[^.]+$/, ''));
  return (
    beside.find((path) => stem(path) === stem(name)) ??
    files.find((path) => nameOf(path) === nearest(name, beside.map(nameOf))) ??
    files.find((path) => nameOf(path) === nearest(name, files.map(nameOf))) ??
    null
  );
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
