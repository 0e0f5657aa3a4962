/** The course's git history → the day on which each file was last changed, with one call for all of them. */
import { type Diagnostic, diagnose, type Result } from '../model/diagnostic.ts';
import { git } from './git.ts';

/**
 * By path in the course: when the last commit that touched the file was made, as ISO date-time in UTC. Files that were never
 * committed are not among them; without git, or outside of a repository, none is. A history that is cut short would give
 * wrong dates, and gives none.
 */
export function readChanges(root: string, paths: readonly string[]): Result<ReadonlyMap<string, string>> {
  const shallow = git(root, ['rev-parse', '--is-shallow-repository']);
  if (shallow.output === null) return { value: new Map(), diagnostics: refusal(shallow.complaint) };
  if (shallow.output.trim() === 'true') return { value: new Map(), diagnostics: [cutShort()] };
  if (paths.length === 0) return { value: new Map(), diagnostics: [] };
  const log = git(root, [
    ...['--literal-pathspecs', 'log', '-z', '-c', '--format=%x01%ct', '--name-only', '--relative', '--no-renames'],
    ...['--no-show-signature', '--no-ext-diff', '--', ...foldersOf(paths)],
  ]);
  return { value: log.output === null ? new Map() : lastChanges(log.output, paths), diagnostics: [] };
}

/** `log`: for each commit its seconds since 1970 after a `\x01`, then the names of its files, with `\0` between all. */
function lastChanges(log: string, paths: readonly string[]): ReadonlyMap<string, string> {
  const wanted = new Set(paths);
  const latest = new Map<string, number>();
  let seconds = 0;
  for (const field of log.split('\0')) {
    // git puts a line end between a commit's own line and the first of its names.
    const name = field.replace(/^\n/, '').normalize('NFC');
    if (name.startsWith('\x01')) seconds = Number(name.slice(1));
    else if (wanted.has(name) && seconds > (latest.get(name) ?? -1)) latest.set(name, seconds);
  }
  return new Map([...latest].map(([path, time]) => [path, new Date(time * 1000).toISOString().replace('.000Z', 'Z')]));
}

/** The top folders of paths, as a long list of files would slow git down. */
function foldersOf(paths: readonly string[]): readonly string[] {
  if (paths.some((path) => !path.includes('/'))) return ['.'];
  return [...new Set(paths.map((path) => path.slice(0, path.indexOf('/'))))];
}

/** Git refuses a folder of somebody else, as in a container: silence would look like a course without history. */
function refusal(complaint: string): readonly Diagnostic[] {
  if (!complaint.includes('dubious ownership')) return [];
  const hint = 'Run `git config --global --add safe.directory` with the path of the course.';
  return [
    diagnose(
      'history',
      null,
      'Git does not read this repository, as it belongs to another user: no lecture has a date of change.',
      hint,
    ),
  ];
}

function cutShort(): Diagnostic {
  const message = 'The history is cut short (a shallow clone), so that no lecture has a date of change.';
  return diagnose('history', null, message, 'Clone it whole: `fetch-depth: 0` in the workflow, or `git fetch --unshallow`.');
}
