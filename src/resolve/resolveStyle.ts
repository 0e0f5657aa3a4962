/** A style sheet of the course → the same with addresses that hold in the site, and what it refers to. */
import type { Reference } from '../model/attributes.ts';
import type { Files } from '../model/files.ts';
import type { Syllabus } from '../model/syllabus.ts';
import { type StyleAddress, styleAddresses } from '../model/styleAddresses.ts';
import type { Resolved, Target } from '../model/target.ts';
import { outputOf } from './findAsset.ts';
import { folderOf } from './paths.ts';
import { resolveReference } from './resolveReference.ts';

export interface ResolvedStyle {
  /** To be written at the file's own place in the site. Nothing in it leads to another host any more. */
  readonly text: string;
  /** Every address in it; local ones are assets to copy (another style sheet among them needs the same), remote ones are reported. */
  readonly references: readonly Resolved[];
}

/** Resolves the addresses in the text of the style sheet at `path`, from its own folder and the course's root. */
export function resolveStyle(text: string, path: string, syllabus: Syllabus, files: Files): ResolvedStyle {
  const output = outputOf(path, files);
  const references: Resolved[] = [];
  let written = '';
  let end = 0;
  for (const address of styleAddresses(text)) {
    const reference: Reference = {
      role: 'style',
      address: address.address,
      span: { path, start: address.start, end: address.end },
    };
    const target = resolveReference(reference, { from: path, folder: '', lecture: null }, syllabus, files);
    references.push({ reference, target });
    written += text.slice(end, address.start) + writeTarget(target, address, output, text);
    end = address.end;
  }
  return { text: written + text.slice(end), references };
}

/** What stands in the place of `url(…)`: for what is remote, an address that is valid everywhere and asks for nothing. */
function writeTarget(target: Target, { start, end }: StyleAddress, from: string, text: string): string {
  if (target.to === 'asset') return `url("${relativeAddress(folderOf(from), target.output)}${target.fragment}")`;
  return target.to === 'as-written' ? text.slice(start, end) : 'url("data:,")';
}

function relativeAddress(folder: string, output: string): string {
  const here = folder === '' ? [] : folder.split('/');
  const there = output.split('/');
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++;
  return '../'.repeat(here.length - same) + there.slice(same).map(encodeURIComponent).join('/');
}
