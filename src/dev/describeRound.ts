/** A round of work → one line for the terminal. */
import type { Rebuilt } from './builder.ts';

/** Pages that no lecture has. */
const OWN: ReadonlySet<string> = new Set([
  'index.html',
  '404.html',
  'speaker.html',
  'practice.html',
  'read/index.html',
  'read/all.html',
]);

/** `shown`: the result is on screen now. `first`: everything was built. `time` in milliseconds. */
export function describeRound(
  result: Pick<Rebuilt, 'pages' | 'changed' | 'failed'>,
  shown: boolean,
  first: boolean,
  time: number,
): string {
  if (!shown) return 'The course has errors: the pages stay as they were.';
  if (result.failed) return 'The course has errors.';
  const [pages, lectures] = [result.changed, lecturesOf(result.changed)];
  const took = `in ${Math.max(1, Math.round(time))} ms`;
  if (first) return `built ${counted(result.pages.size, 'page')} ${took}`;
  if (pages.length === 0) return `nothing to rebuild (looked for ${Math.max(1, Math.round(time))} ms)`;
  return `rebuilt ${lectures > 0 ? counted(lectures, 'lecture') : counted(pages.length, 'page')} ${took}`;
}

/** A lecture's deck and its reading view count as one. */
function lecturesOf(paths: readonly string[]): number {
  const pages = paths.filter((path) => path.endsWith('.html') && !OWN.has(path));
  return new Set(pages.map((path) => path.replace(/^read\//, ''))).size;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
