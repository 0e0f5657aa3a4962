/** A course's folder → what earlier checks found in each lecture, kept in `.lectern/check/`, where it is safe to delete. */
import { hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { forgetOthers, keepFile, keptPath } from './keptFiles.ts';
import { keyOfLecture } from './keyOfLecture.ts';
import type { LectureWork } from './lecture.ts';
import type { LectureAnswer } from './lectureWorker.ts';
import type { Memory } from './pipeline.ts';
import { openFiles } from './read/openFiles.ts';
import type { Asked } from './read/recordFiles.ts';
import { stillHolds } from './read/recordFiles.ts';

/** What is kept of one lecture: a line with the hash of the rest, and the rest as JSON. */
interface Kept {
  /** Of everything that the work depends on, the program among it. */
  readonly key: string;
  readonly asked: readonly Asked[];
  readonly work: LectureWork;
}

const FOLDER = 'check';
/** Fewer lectures than this are checked again before what was kept of them is found. */
const WORTH_KEEPING = 16;

export interface CheckMemory {
  /** As `workOnCourse` takes it. */
  readonly recall: (around: unknown) => Memory;
  /** Removes what is kept of lectures that are no more; to be called when the work is done. */
  readonly tidy: () => void;
}

/** `program` tells one version of this program from another. Where nothing can be kept, everything is done again. */
export function rememberChecks(root: string, program: string): CheckMemory {
  const asked = new Set<string>();
  const recall = (around: unknown): Memory => {
    const keyOf = keyOfLecture(root, [program, around]);
    const files = openFiles(root);
    return {
      get: (input) => {
        const name = nameOf(input.entry.source);
        asked.add(name);
        const kept = readKept(keptPath(root, join(FOLDER, name)));
        return kept?.key === keyOf(input) && stillHolds(kept.asked, files)
          ? { work: kept.work, pages: [], asked: kept.asked }
          : null;
      },
      put: (input, answer) => {
        if (asked.size < WORTH_KEEPING) return;
        const kept: Kept = { key: keyOf(input), ...strip(answer) };
        keepFile(root, join(FOLDER, nameOf(input.entry.source)), withSum(JSON.stringify(kept)));
      },
    };
  };
  return { recall, tidy: () => forgetOthers(root, FOLDER, asked) };
}

/** Tells this program from any other: the names, sizes and times of its files, so that it holds while it is written too. */
export function fingerprint(program: string): string {
  const names = readdirSync(program, { recursive: true, encoding: 'utf8' }).filter((name) => /\.[jt]s$/.test(name));
  const facts = names.sort().map((name) => {
    const { size, mtimeMs } = statSync(join(program, name));
    return `${name} ${size} ${mtimeMs}`;
  });
  return hash('sha256', facts.join('\n'));
}

/** One for each lecture, whatever it says: what it said before is not asked for again. */
function nameOf(source: string): string {
  return `${hash('sha256', source).slice(0, 20)}.json`;
}

/** What only a build asks for is left out, private texts among it. */
function strip({ work, asked }: LectureAnswer): Omit<Kept, 'key'> {
  return { asked, work: { ...work, outline: { ...work.outline, publicText: '', secrets: [] } } };
}

/** Null for what is not there, cut short, or not ours. */
function readKept(file: string): Kept | null {
  try {
    const [sum = '', rest = ''] = readFileSync(file, 'utf8').split(/\n(.*)/s);
    return hash('sha256', rest) === sum ? (JSON.parse(rest) as Kept) : null;
  } catch {
    return null;
  }
}

function withSum(rest: string): string {
  return `${hash('sha256', rest)}\n${rest}`;
}
