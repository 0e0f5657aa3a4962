/** One lecture's file → its place in the syllabus and its settings. */
import { posix } from 'node:path';
import { type Diagnostic, diagnose, type Result } from '../model/diagnostic.ts';
import { PANDOC } from '../model/extensions.ts';
import type { Files } from '../model/files.ts';
import { nearest } from '../model/nearest.ts';
import type { LectureSettings } from '../model/settings.ts';
import type { SourceFile, Span } from '../model/source.ts';
import type { Absence, LectureInput } from '../model/syllabus.ts';
import type { Candidate } from './findLectures.ts';
import { checkKeys, type Given, type Scope } from './keys/checkKeys.ts';
import { joinLateMetadata } from './joinLateMetadata.ts';
import { readFrontMatter } from './readFrontMatter.ts';
import { readLateMetadata } from './readLateMetadata.ts';
import { readableName } from './readableName.ts';
import { readText, startOf } from './readText.ts';
import { lectureSettings, type Otherwise, type Texts } from './settings/lectureSettings.ts';
import type { FrontMatter } from './value.ts';

/** What a lecture's settings depend on besides its own file. */
export interface Surroundings {
  readonly root: string;
  readonly files: Files;
  readonly scope: Scope;
  /** From the weakest to the strongest. */
  readonly defaults: readonly Given[];
  readonly texts: Texts;
  readonly otherwise: Otherwise;
  readonly asOf: string;
  readonly drafts: boolean;
  /** From the command line; it goes over everything. */
  readonly slideLevel: number | null;
}

/** A lecture as read, and what its own front matter gave. */
export interface ReadLecture {
  readonly input: LectureInput;
  readonly given: Given;
}

/** Reads a lecture, page or guest lecture; a file that cannot be read gives a lecture without content, and an error. */
export function readLecture(candidate: Candidate, surroundings: Surroundings): ReadLecture {
  const { value: source, diagnostics } = candidate.pdf ? NOTHING : readText(surroundings.root, candidate.path);
  const texts = new Map(surroundings.texts).set(candidate.path, source?.text ?? '');
  const settingsWith = (given: Given): LectureSettings =>
    lectureSettings([...surroundings.defaults, given], surroundings.otherwise, texts);
  const first = source === null ? NOTHING_GIVEN : ownKeys(source, surroundings.scope);
  const before = settingsWith(first.own.value);
  const { own, block, late } = source === null ? first : withLateKeys(first, source, before, surroundings.scope);
  const settings = late === undefined ? before : settingsWith(own.value);
  const file = candidate.pdf
    ? { value: candidate.path, diagnostics: [] }
    : resolveFile(settings, candidate.path, surroundings.files);
  const complete: LectureSettings = {
    ...settings,
    kind: candidate.pdf ? 'file' : settings.kind,
    file: file.value,
    slideLevel: surroundings.slideLevel ?? settings.slideLevel,
  };
  const found = [...diagnostics, ...own.diagnostics, ...checkSeparators(own.value, settings), ...file.diagnostics];
  const placed = { block, ...(late && { late }) };
  return { input: { ...inputOf(candidate, complete, surroundings), ...placed, diagnostics: found }, given: own.value };
}

const NOTHING: Result<SourceFile | null> = { value: null, diagnostics: [] };
const NOTHING_GIVEN: OwnKeys = { own: { value: { values: new Map(), wrong: new Set() }, diagnostics: [] }, block: null };

/** What a file's own front matter gives, and where it stands. */
interface OwnKeys {
  readonly own: Result<Given>;
  readonly block: Span | null;
  /** Further keys in the middle of the text; undefined where there are none. */
  readonly late?: readonly Span[];
}

/** pandoc takes keys in the middle of a text too. */
function withLateKeys(first: OwnKeys, source: SourceFile, before: LectureSettings, scope: Scope): OwnKeys {
  if (before.reveal != null || !takesLateKeys(before)) return first;
  const { value: blocks, diagnostics } = readLateMetadata(source, first.block?.end ?? 0);
  if (blocks.length === 0 && diagnostics.length === 0) return first;
  const joined = joinLateMetadata(first.own.value, blocks, before, scope, source.text);
  const found = [...first.own.diagnostics, ...diagnostics, ...joined.diagnostics];
  return { own: { value: joined.value, diagnostics: found }, block: first.block, late: blocks.map(({ span }) => span) };
}

/** Whether keys may stand in the middle of its text; CommonMark has them on the first lines only. */
export function takesLateKeys({ extensions = PANDOC }: LectureSettings): boolean {
  return extensions.has('yaml_metadata_block') && !extensions.has('commonmark');
}

function ownKeys(source: SourceFile, scope: Scope): OwnKeys {
  const front = readFrontMatter(source);
  const keys = checkKeys(front.value?.entries ?? [], scope, source.text);
  const block = front.value?.span ?? null;
  const slide = front.value ? checkIsNoSlide(front.value, keys.diagnostics) : [];
  // that its keys are unknown is said by then
  const found = slide.length > 0 ? slide : keys.diagnostics;
  return { own: { value: keys.value, diagnostics: [...front.diagnostics, ...found] }, block };
}

/** A slide of the form `Word: text` between two rules is front matter to pandoc, and vanishes. */
function checkIsNoSlide({ entries, span }: FrontMatter, found: readonly Diagnostic[]): readonly Diagnostic[] {
  const unknown = found.filter((one) => one.rule === 'unknown-key' && one.severity === 'info');
  if (entries.length === 0 || unknown.length < entries.length) return [];
  const message = 'What stands between these rules reads as front matter, so it is on no slide.';
  const hint = 'Leave a blank line after the first `---` where it is a slide.';
  return [diagnose('front-matter-slide', { ...span, end: span.start + 3 }, message, hint)];
}

/** Separators mean nothing in pandoc's Markdown. */
function checkSeparators({ values }: Given, { reveal }: LectureSettings): readonly Diagnostic[] {
  const [first] = reveal == null ? [...values].filter(([key]) => key.startsWith('separator')) : [];
  if (first === undefined) return [];
  const message = `“${first[0]}” means nothing in pandoc’s Markdown, which this lecture is read as.`;
  return [diagnose('reveal-dialect', first[1].span, message, 'Add `dialect: reveal` where it is reveal.js’s.')];
}

function inputOf(
  candidate: Candidate,
  settings: LectureSettings,
  surroundings: Surroundings,
): Omit<LectureInput, 'block' | 'late' | 'diagnostics'> {
  const { kind, status, eta, release, file } = settings;
  const absence = absenceOf(settings, surroundings);
  const title = candidate.pdf ? readableName(candidate.path) : '';
  const { address, path: source, number } = candidate;
  return {
    entry: { address, source, number, title, subtitle: null, kind, absence, status, eta, release, file },
    settings,
    changed: null,
    redirects: [],
  };
}

function absenceOf({ draft, release }: LectureSettings, { asOf, drafts }: Surroundings): Absence | null {
  if (draft && !drafts) return 'draft';
  return release !== null && release > asOf ? 'unreleased' : null;
}

/** A guest lecture's `file` as a path in the course: from the lecture's own folder, then from the course's root. */
function resolveFile({ file, spans }: LectureSettings, source: string, files: Files): Result<string | null> {
  if (file === null || /^https?:\/\//i.test(file)) return { value: file, diagnostics: [] };
  const folder = posix.dirname(source);
  const paths = [posix.join(folder, file), posix.join('.', file)].map((path) => path.normalize('NFC'));
  const path = paths.find((one) => files.size(one) !== null);
  if (path !== undefined) return { value: path, diagnostics: [] };
  const out = paths.some((one) => files.leadsOut(one));
  const names = files.names(folder === '.' ? '' : folder).filter((name) => !name.endsWith('/'));
  const near = nearest(posix.basename(file), names);
  const message = out ? `“${file}” lies outside of the course.` : `There is no file “${file}”.`;
  const hint =
    near === null
      ? 'Name a file beside the lecture or in the course’s folder, or an https address.'
      : `Write “${posix.join(posix.dirname(file), near)}”.`;
  return {
    value: null,
    diagnostics: [diagnose({ rule: 'missing-file', severity: 'error' }, spans.get('file') ?? startOf(source), message, hint)],
  };
}
