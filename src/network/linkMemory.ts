/** Answers about links, and when they were given → a file that the next check reads. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LinkAnswer } from '../model/linkAnswer.ts';

interface Kept {
  readonly answer: LinkAnswer;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface LinkMemory {
  /** Null where nobody asked, or too long ago. */
  readonly get: (url: string) => LinkAnswer | null;
  readonly put: (url: string, answer: LinkAnswer) => void;
  /** Adds what was put to what other processes have kept meanwhile. */
  readonly save: () => void;
}

const DAY = 24 * 60 * 60 * 1000;

/** For how long an answer holds: what may mend itself is asked again at once. */
const AGES: Readonly<Record<LinkAnswer['state'], number>> = {
  fine: 7 * DAY,
  moved: 7 * DAY,
  forbidden: 7 * DAY,
  gone: DAY,
  slow: 0,
  broken: 0,
};

/** `file` is absolute; `now` in milliseconds since 1970. A file that cannot be read, or is not ours, is as if it were empty. */
export function openLinkMemory(file: string, now: number): LinkMemory {
  const known = readKept(file);
  const fresh = new Map<string, Kept>();
  return {
    get: (url) => {
      const kept = known.get(url);
      return kept !== undefined && holds(kept, now) ? kept.answer : null;
    },
    put: (url, answer) => void fresh.set(url, { answer, at: now }),
    save: () => {
      if (fresh.size > 0)
        write(
          file,
          [...readKept(file), ...fresh].filter(([, kept]) => holds(kept, now)),
        );
    },
  };
}

/** An answer from the future is none of ours. */
function holds({ answer, at }: Kept, now: number): boolean {
  return at <= now && now - at < AGES[answer.state];
}

function readKept(file: string): ReadonlyMap<string, Kept> {
  try {
    const { version, answers } = JSON.parse(readFileSync(file, 'utf8')) as { version?: unknown; answers?: unknown };
    if (version !== 1 || typeof answers !== 'object' || answers === null) return new Map();
    return new Map(Object.entries(answers).filter((entry): entry is [string, Kept] => isKept(entry[1])));
  } catch {
    return new Map();
  }
}

function isKept(value: unknown): value is Kept {
  const { at, answer } = (value ?? {}) as { at?: unknown; answer?: { state?: unknown } };
  return typeof at === 'number' && typeof answer?.state === 'string' && Object.hasOwn(AGES, answer.state);
}

function write(file: string, entries: readonly (readonly [string, Kept])[]): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    // It is nothing that a course wants in its repository.
    writeFileSync(join(dirname(file), '.gitignore'), '*\n');
    const beside = `${file}.${process.pid}.new`;
    writeFileSync(beside, JSON.stringify({ version: 1, answers: Object.fromEntries(entries) }));
    renameSync(beside, file);
  } catch {
    // Where nothing can be kept, it is asked again.
  }
}
