#!/usr/bin/env node
/** Words on the command line → one function call → exit status. */
import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createColors } from 'picocolors';
import {
  announceLinks,
  announcePages,
  announceSlides,
  announceRefusal,
  describeTrouble,
  fromHere,
  isColoured,
  prefixOf,
  red,
  sourcesOf,
} from './announce.ts';
import { helpText, type Run, readCommandLine } from './commandLine.ts';
import {
  folderOf,
  outOf,
  ownVersion,
  type Refusal,
  type SettledCourse,
  settleCourse,
  settlePort,
  tooMany,
} from './courseOptions.ts';
import { createBuilder } from './createBuilder.ts';
import { isLoopback } from './dev/admit.ts';
import { serveDev } from './dev/serveDev.ts';
import { servePreview } from './dev/servePreview.ts';
import { finishSwap } from './emit/swapFolders.ts';
import { inspectLinks } from './inspectLinks.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import { nearest } from './model/nearest.ts';
import { isRule, RULES } from './model/rules.ts';
import { measureSlides } from './measureSlides.ts';
import { newLecture } from './newLecture.ts';
import { localizeImages } from './localizeImages.ts';
import { type CourseWork, type Inspection, workOnCourse } from './pipeline.ts';
import { playRoom } from './playRoom.ts';
import { publishCourse } from './publishCourse.ts';
import { frontMatterSchema } from './read/keys/frontMatterSchema.ts';
import { fingerprint, rememberChecks } from './rememberChecks.ts';
import { explainRule, listRules } from './report/explainRule.ts';
import { reportGithub } from './report/reportGithub.ts';
import { reportJson } from './report/reportJson.ts';
import { reportRoom, reportRoomJson } from './report/reportRoom.ts';
import { reportSarif } from './report/reportSarif.ts';
import { reportText } from './report/reportText.ts';
import { summarizeForGithub } from './report/summarizeForGithub.ts';

const FORMATS: readonly string[] = ['text', 'json', 'github', 'sarif'];

const FINE = 0;
const COURSE_HAS_ERRORS = 1;
const WRONG_USE = 2;
const OUR_BUG = 3;

const COMMANDS: Readonly<Record<string, (run: Run) => Promise<number>>> = { build, check, dev, preview, new: create, schema };

async function main(): Promise<number> {
  const request = readCommandLine(process.argv.slice(2));
  switch (request.to) {
    case 'help':
      console.log(helpText(request.command));
      return FINE;
    case 'version':
      console.log(ownVersion());
      return FINE;
    case 'wrong':
      return refuse(request);
    default:
      return (await COMMANDS[request.command]?.(request)) ?? OUR_BUG;
  }
}

async function build(run: Run): Promise<number> {
  const course = settleCourse(run);
  if ('message' in course) return refuse(course);
  const started = performance.now();
  const first = !existsSync(course.out);
  const { work, diagnostics, written } = await publishCourse(course, course.out, isStrict(run));
  if (work === null) {
    console.error(reportText(diagnostics, () => null, { colour: isColoured(process.stderr) }));
    return WRONG_USE;
  }
  const trouble = describeTrouble({ ...work, diagnostics }, process.stderr);
  if (trouble !== '') console.error(trouble);
  if (first) for (const line of work.input.account) console.log(line);
  if (!written) {
    console.error(red('Nothing was written.'));
    return COURSE_HAS_ERRORS;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`Built ${count(work.worked, 'lecture')} into ${fromHere(course.out)} in ${seconds} s.`);
  return FINE;
}

async function check(run: Run): Promise<number> {
  if (run.options['explain'] !== undefined) return explain(run.options['explain']);
  const course = settleCourse(run);
  if ('message' in course) return refuse(course);
  const format = run.options['format'] ?? 'text';
  if (!FORMATS.includes(String(format)))
    return refuse({ message: `There is no format “${String(format)}”.`, hint: 'Use text, json, github or sarif.' });
  if (run.options['room'] !== undefined) return room(course, run);
  const memory = rememberChecks(folderOf(course.argument), `${ownVersion()} ${fingerprint(import.meta.dirname)}`);
  if (run.options['yes'] === true && run.options['localize'] !== true)
    return refuse({ message: '“--yes” answers what “--localize” asks.', hint: 'Give both, or none.' });
  // what is fetched is found in texts alone
  const measured = run.options['no-browser'] !== true && run.options['localize'] !== true;
  const inspections = [
    ...(run.options['links'] === true ? [linkInspection(course)] : []),
    ...(measured ? [measureSlides(course, run.options['no-axe'] !== true, announcePages)] : []),
  ];
  const work = await workOnCourse({ ...course, inspections }, { to: 'nowhere' }, memory.recall);
  memory.tidy();
  const { diagnostics } = work;
  if (run.options['localize'] === true) return localize(work, run.options['yes'] === true);
  tell(work, String(format));
  return fails(diagnostics, isStrict(run)) ? COURSE_HAS_ERRORS : FINE;
}

/** `true` stands for all lectures. */
async function room(course: SettledCourse, run: Run): Promise<number> {
  const { room: name, format } = run.options;
  if (format === 'github' || format === 'sarif')
    return refuse({ message: `“--room” has no format “${format}”.`, hint: 'Use text or json.' });
  const played = await playRoom({ ...course, onProgress: announceSlides }, typeof name === 'string' ? name : null);
  if (played.to === 'refuse') return refuse(played);
  if (played.to === 'mend') {
    tell({ ...played.work, diagnostics: played.diagnostics }, String(format ?? 'text'));
    return COURSE_HAS_ERRORS;
  }
  if (format === 'json') process.stdout.write(reportRoomJson(played.lectures));
  else console.log(reportRoom(played.lectures));
  return isStrict(run) && played.lectures.some(({ misses }) => misses.length > 0) ? COURSE_HAS_ERRORS : FINE;
}

/** The report, in one of the formats. */
function tell(work: CourseWork, format: string): void {
  const { diagnostics } = work;
  const plain = { prefix: prefixOf(work) };
  if (format === 'json') process.stdout.write(reportJson(diagnostics, sourcesOf(work), plain));
  else if (format === 'sarif')
    process.stdout.write(reportSarif(diagnostics, sourcesOf(work), { ...plain, version: ownVersion() }));
  else if (format === 'github') {
    process.stdout.write(reportGithub(diagnostics, sourcesOf(work), plain));
    const summary = process.env['GITHUB_STEP_SUMMARY'];
    if (summary) appendFileSync(summary, summarizeForGithub(diagnostics, sourcesOf(work), plain));
  } else
    console.log(
      describeTrouble(work, process.stdout) || `Nothing is wrong with ${count(work.course.lectures.length, 'lecture')}.`,
    );
}

/** Images that are larger, or slower to come, are for the author to fetch. */
async function localize(work: CourseWork, yes: boolean): Promise<number> {
  const limits = { patience: 30_000, largest: 20_000_000, agent: `Lectern/${ownVersion()} (copy of images)` };
  return (await localizeImages(work, limits, yes)) === 'asked in vain' ? WRONG_USE : FINE;
}

/** Asks each host one thing at a time, with so much patience as a reader has. */
function linkInspection({ argument }: SettledCourse): Inspection {
  const limits = { patience: 10_000, retries: 2, pause: 1000, agent: `Lectern/${ownVersion()} (check of links)` };
  return inspectLinks({ root: folderOf(argument), limits, now: Date.now(), onProgress: announceLinks });
}

/** `true` stands for all rules. */
function explain(name: string | true): number {
  const colors = createColors(isColoured(process.stdout));
  if (name === true) {
    console.log(listRules(colors));
    return FINE;
  }
  if (isRule(name)) {
    console.log(explainRule(name, colors));
    return FINE;
  }
  const near = nearest(name, Object.keys(RULES));
  const hint = near === null ? 'Run “lectern check --explain” for the list of rules.' : `Did you mean “${near}”?`;
  return refuse({ message: `There is no rule “${name}”.`, hint });
}

async function dev(run: Run): Promise<number> {
  const course = settleCourse(run);
  const port = settlePort(run);
  if ('message' in course) return refuse(course);
  if (typeof port !== 'number') return refuse(port);
  const host = typeof run.options['host'] === 'string' ? run.options['host'] : '127.0.0.1';
  // private notes are for the lecturer's own machine alone
  const own = { ...course, build: { ...course.build, privateNotes: isLoopback(host) } };
  const builder = createBuilder(folderOf(course.argument), own, isColoured(process.stdout));
  const { LECTERN_EDITOR, VISUAL, EDITOR } = process.env;
  const { url } = await serveDev({
    ...{ builder, host, port, watch: null, out: course.out },
    open: run.options['open'] === true,
    follow: run.options['follow'] === true,
    editors: [LECTERN_EDITOR, VISUAL, EDITOR],
    print: (text) => console.log(text),
  });
  console.log(`The course is at ${url} and follows what you save. Stop with Ctrl-C.`);
  return untilStopped();
}

async function preview(run: Run): Promise<number> {
  const port = settlePort(run);
  const out = outOf(run);
  if (run.positionals.length > 1) return refuse(tooMany(run));
  if (typeof port !== 'number') return refuse(port);
  finishSwap(out);
  if (!existsSync(join(out, 'lectern.json'))) {
    const course = run.positionals[0] === undefined ? '' : ` ${run.positionals[0]}`;
    return refuse({ message: `There is no site in “${fromHere(out)}”.`, hint: `Run “lectern build${course}” first.` });
  }
  const { url } = await servePreview({ out, port, host: '127.0.0.1' });
  console.log(`The course is at ${url}`);
  return untilStopped();
}

async function create(run: Run): Promise<number> {
  const [what, ...words] = run.positionals;
  const title = words.join(' ').trim();
  const hint = 'Write “lectern new lecture TITLE”.';
  if (what === undefined) return refuse({ message: 'There is nothing to make.', hint });
  if (what !== 'lecture') return refuse({ message: `“lectern new ${what}” is not built yet.`, hint });
  if (title === '') return refuse({ message: 'A lecture needs a title.', hint });
  try {
    console.log(`Wrote ${newLecture(process.cwd(), title)}.`);
    return FINE;
  } catch (error) {
    return refuse({ message: (error as Error).message, hint: 'Choose another title.' });
  }
}

async function schema({ positionals }: Run): Promise<number> {
  const [kind, ...others] = positionals;
  if (others.length > 0 || (kind !== 'lecture' && kind !== 'course')) {
    const message = kind === undefined ? 'Of which front matter?' : `There is no schema of “${positionals.join(' ')}”.`;
    return refuse({ message, hint: 'Write “lectern schema lecture” or “lectern schema course”.' });
  }
  console.log(JSON.stringify(frontMatterSchema(kind), null, 2));
  return FINE;
}

function refuse({ message, hint }: Refusal): number {
  announceRefusal(message, hint);
  return WRONG_USE;
}

function isStrict(run: Run): boolean {
  return run.options['strict'] === true;
}

function fails(diagnostics: readonly Diagnostic[], strict: boolean): boolean {
  return diagnostics.some(({ severity }) => severity === 'error' || (strict && severity === 'warning'));
}

function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}

/** Waits for Ctrl-C. */
function untilStopped(): Promise<number> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done(FINE));
  });
}

try {
  const status = await main();
  // servers keep the process alive until they are told to stop
  if (process.argv[2] === 'dev' || process.argv[2] === 'preview') process.exit(status);
  process.exitCode = status;
} catch (error) {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(`${red('lectern: a bug of ours, or a broken machine:')}\n${trace}`);
  process.exit(OUR_BUG);
}
