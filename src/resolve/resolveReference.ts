/** One reference → where it leads: the only place where an address that an author wrote is looked up. */
import type { Reference } from '../model/attributes.ts';
import type { Files } from '../model/files.ts';
import type { Syllabus } from '../model/syllabus.ts';
import type { Target } from '../model/target.ts';
import { findAsset } from './findAsset.ts';
import { findLecture } from './findLecture.ts';
import { findNearest } from './findNearest.ts';
import type { Place } from './place.ts';
import { slideIdOf } from './slideIdOf.ts';
import { type AddressParts, cleanAddress, splitAddress } from './splitAddress.ts';

/** Schemes that a link may have: they open another program, and fetch nothing. */
const LINK_SCHEMES = new Set(
  'mailto tel sms callto geo xmpp irc ircs ftp ftps sftp ssh git svn news magnet webcal vscode zoommtg msteams slack obsidian zotero'.split(
    ' ',
  ),
);
/** Data that a browser shows without running it. */
const SHOWN_DATA = /^data:(?:image\/|video\/|audio\/|font\/)/i;

/**
 * Where a reference leads, as it stands in `place`. A path is looked up from the folder of its file, from the
 * course's root, and in `public/`; it never leaves the course. Slides at the other end of a link are not looked for:
 * that is checked when all lectures are known.
 */
export function resolveReference(reference: Reference, place: Place, syllabus: Syllabus, files: Files): Target {
  const parts = splitAddress(reference.address);
  const around = { ...place, syllabus, files };
  if (parts.remote) return remoteTarget(reference.address);
  if (parts.scheme !== null) return schemeTarget(reference, parts.scheme);
  if (parts.path === '') return ownTarget(reference, parts, place.lecture);
  return findLecture(reference, parts, around) ?? findAsset(parts, around) ?? findNearest(reference, parts, around);
}

function remoteTarget(address: string): Target {
  const written = cleanAddress(address);
  const url = /^[\\/]{2}/.test(written) ? `https://${written.slice(2)}` : written;
  const host = URL.canParse(url) ? new URL(url).host : '';
  return host === '' ? { to: 'nowhere', why: 'missing', nearest: null } : { to: 'remote', url, host };
}

function schemeTarget({ address, role }: Reference, scheme: string): Target {
  if (role === 'link') return LINK_SCHEMES.has(scheme) ? { to: 'as-written' } : { to: 'refused' };
  const shown = SHOWN_DATA.test(cleanAddress(address)) && ['image', 'media', 'style'].includes(role);
  return shown ? { to: 'as-written' } : { to: 'refused' };
}

/** `#id`, `#/id` and `#` lead to a slide of the lecture itself; CSS has `url(#shape)`; nothing else can be without a path. */
function ownTarget(reference: Reference, parts: AddressParts, lecture: string | null): Target {
  if (reference.role === 'style' && parts.fragment !== '') return { to: 'as-written' };
  if (reference.role !== 'link' || parts.fragment === '') return { to: 'nowhere', why: 'missing', nearest: null };
  return lecture === null ? { to: 'as-written' } : { to: 'lecture', address: lecture, id: slideIdOf(parts.fragment) };
}
