/** Lectures as read → each at an address of its own, with a word on those that would stand in another's place. */
import { type Diagnostic, diagnose, type Result } from '../model/diagnostic.ts';
import type { Part } from '../model/settings.ts';
import type { LectureInput } from '../model/syllabus.ts';
import { startOf } from './readText.ts';

/** Addresses at which the site has pages or folders of its own. */
const RESERVED: ReadonlySet<string> = new Set(['index', '404', 'speaker', 'practice', 'read', 'pdf', 'assets']);
const RESERVED_FOLDERS: ReadonlySet<string> = new Set(['read', 'pdf', 'assets']);

/**
 * A PDF that a lecture names, or beside which a lecture of the same name stands, is no lecture of its own. Of two lectures
 * at one address the first stays; what was found in the other is among the diagnostics all the same.
 */
export function placeLectures(lectures: readonly LectureInput[]): Result<readonly LectureInput[]> {
  const placed = new Map<string, LectureInput>();
  const diagnostics: Diagnostic[] = [];
  for (const lecture of withoutClaimed(lectures)) {
    const { address, source } = lecture.entry;
    const other = placed.get(address);
    if (other || isReserved(address)) {
      diagnostics.push(
        ...lecture.diagnostics,
        other ? sameAddress(other.entry.source, source, address) : reserved(source, address),
      );
    } else placed.set(address, lecture);
  }
  return { value: [...placed.values()], diagnostics };
}

/** `parts` first, in their order, then the others as they stand. */
export function orderLectures(lectures: readonly LectureInput[], parts: readonly Part[]): readonly LectureInput[] {
  const order = new Map(
    parts.flatMap((part) => part.items).flatMap((item, at) => (item.kind === 'lecture' ? [[item.target, at]] : [])),
  );
  const placeOf = ({ entry }: LectureInput): number => order.get(entry.address) ?? Number.POSITIVE_INFINITY;
  return lectures.toSorted((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)));
}

function withoutClaimed(lectures: readonly LectureInput[]): readonly LectureInput[] {
  const markdown = lectures.filter(({ entry }) => !isPdf(entry.source));
  const named = new Set(markdown.map(({ entry }) => entry.file));
  const addresses = new Set(markdown.map(({ entry }) => entry.address));
  return lectures.filter(({ entry }) => !isPdf(entry.source) || !(named.has(entry.source) || addresses.has(entry.address)));
}

function isPdf(path: string): boolean {
  return /\.pdf$/i.test(path);
}

function isReserved(address: string): boolean {
  return RESERVED.has(address) || RESERVED_FOLDERS.has(address.split('/', 1)[0] ?? '');
}

function sameAddress(first: string, second: string, address: string): Diagnostic {
  const message = `“${second}” and “${first}” would both stand at “${address}”.`;
  const related = [{ message: 'This is the other.', span: startOf(first) }];
  return diagnose('same-address', startOf(second), message, 'Give one of them another name.', related);
}

function reserved(source: string, address: string): Diagnostic {
  const taken = RESERVED.has(address) ? address : `${address.split('/', 1)[0]}/`;
  const message = `“${source}” would stand at “${address}”, and “${taken}” is the site’s own.`;
  return diagnose('reserved-address', startOf(source), message, 'Give it another name.');
}
