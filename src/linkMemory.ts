/** Answers about links, and when they were given → a file that the next check reads. */
import { readFileSync } from 'node:fs';
import { keepFile, keptPath } from './keptFiles.ts';
import type { LinkAnswer } from './model/linkAnswer.ts';

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

const NAME = 'links.json';

/** `root` is the course's folder, absolute; `now` in milliseconds since 1970. A file that cannot be read, or is not ours, is as if it were empty. */
export function openLinkMemory(root: string, now: number): LinkMemory {
  const known = readKept(root);
  const fresh = new Map<string, Kept>();
  return {
    get: (url) => {
      const kept = known.get(url);
      return kept !== undefined && holds(kept, now) ? kept.answer : null;
    },
    put: (url, answer) => void fresh.set(url, { answer, at: now }),
    save: () => {
      if (fresh.size === 0) return;
      const lasting = [...readKept(root), ...fresh].filter(([, kept]) => holds(kept, now));
      keepFile(root, NAME, JSON.stringify({ version: 1, answers: Object.fromEntries(lasting) }));
    },
  };
}

/** An answer from the future is none of ours. */
function holds({ answer, at }: Kept, now: number): boolean {
  return at <= now && now - at < AGES[answer.state];
}

function readKept(root: string): ReadonlyMap<string, Kept> {
  try {
    const { version, answers } = JSON.parse(readFileSync(keptPath(root, NAME), 'utf8')) as {
      version?: unknown;
      answers?: unknown;
    };
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
