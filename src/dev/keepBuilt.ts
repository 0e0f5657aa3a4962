/** A course, built again after each change → the last good site, in memory. */
import { performance } from 'node:perf_hooks';
import type { Problem } from '../model/wire.ts';
import { type Builder, changedPages, type EarlyLecture, isShown, type Rebuilt, type Site, withEarly } from './builder.ts';
import { describeRound } from './describeRound.ts';
import { gather } from './gather.ts';
import { inTurn } from './inTurn.ts';
import type { Told } from './liveEvents.ts';
import { pagesWithAssets } from './pagesWithAssets.ts';

export interface Built {
  /** The site as it is shown: of the last good round, or of the last one as long as none was good. */
  readonly site: () => Site;
  /** The paths of all pages, those among them that are made when they are asked for. */
  readonly paths: () => readonly string[];
  /** What the last round said. */
  readonly report: () => string;
  /** Builds everything. Never rejects. */
  readonly start: () => Promise<void>;
  /** Shows at once what can be shown of files that may still be changing; paths from the root. */
  readonly glance: (paths: readonly string[]) => void;
  /** Shows what changed: at once what can be, the rest when the round before is done. Never rejects. */
  readonly change: (paths: readonly string[]) => void;
  /** Makes the pages of a lecture that the first round has not come to; says whether there are any at this path. */
  readonly demand: (path: string) => boolean;
  readonly close: () => Promise<void>;
}

/** After a save that is on screen, whole rounds wait for a pause in the writing, but not for ever. In milliseconds. */
const LULL = 400;
const LONGEST = 5000;

/** `print` takes text for the terminal; `tell` what pages must know, and is called when there is anything new. */
export function keepBuilt(builder: Builder, print: (text: string) => void, tell: (told: Told) => void): Built {
  const none: Site = { pages: new Map(), assets: new Map() };
  const state = { site: none, good: false, failed: false, broken: false, started: false, report: '', told: NOTHING };
  /** By source: what was shown before a round that began later has been shown. */
  const early = new Map<string, EarlyLecture>();
  const withNewAssets = new Set<string>();

  const say = (
    pages: readonly string[],
    { problems, more, saved }: Pick<Rebuilt, 'problems' | 'more' | 'saved'>,
    held: boolean,
  ) => {
    const now = JSON.stringify([problems, more, held]);
    const known = now === state.told;
    state.told = now;
    if (pages.length > 0 || !known)
      tell({ pages: [...pages].sort(), problems: known ? null : problems, more: known ? 0 : more, held, saved });
  };
  /** Before the first round is done a lecture's page is made when it is asked for, as it will be then. */
  const isFirstTime = (path: string, before: Site): boolean =>
    !before.pages.has(path) && builder.ahead?.paths().includes(path) === true;
  const show = (result: Rebuilt): readonly string[] => {
    const [before, after] = [state.site, withEarly(result, early.values())];
    state.site = after;
    state.good = !result.failed;
    const changed = changedPages(before, after).filter((path) => isShown(path) && (state.started || !isFirstTime(path, before)));
    const pages = new Set([...changed, ...withNewAssets]);
    withNewAssets.clear();
    return [...pages];
  };
  const round = async (changed: readonly string[] | null): Promise<void> => {
    const started = performance.now();
    const [shownBefore, isSeen] = [new Map(early), changed?.every((path) => early.has(path)) === true];
    const result = await builder.rebuild(state.broken ? null : changed);
    for (const [source, lecture] of shownBefore) if (early.get(source) === lecture) early.delete(source);
    state.broken = false;
    state.failed = result.failed;
    // before the first round nobody has seen much
    const assets = state.started ? pagesWithAssets(result, state.site, changed ?? [], builder.root) : [];
    for (const path of assets) withNewAssets.add(path);
    const isNews = result.report !== state.report;
    if (result.report !== '' && isNews) print(result.report);
    state.report = result.report;
    const shown = !result.failed || !state.good;
    // what follows a save that is on screen already is no news, unless it says that something is wrong
    if (!isSeen || isNews || !shown) print(describeRound(result, shown, changed === null, performance.now() - started));
    say(shown ? show(result) : [], { ...result, saved: shown && !isSeen ? result.saved : null }, !shown);
    state.started = true;
  };
  const attempt = async (changed: readonly string[] | null): Promise<void> => {
    try {
      await round(changed);
    } catch (error) {
      // What it keeps between rounds may be half done: the next change builds everything.
      state.broken = true;
      state.report = `Lectern itself failed:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
      print(state.report);
      say([], { problems: [ownFault(error)], more: 0, saved: null }, true);
    }
  };
  const rebuild = inTurn(builder.root, attempt);
  const later = gather(LULL, LONGEST, (paths) => void rebuild(paths));

  const showEarly = (lectures: readonly EarlyLecture[], time: number): void => {
    for (const lecture of lectures) early.set(lecture.source, lecture);
    const before = state.site;
    state.site = withEarly(before, lectures);
    const pages = lectures
      .flatMap((one) => [...one.pages.keys()])
      .filter((path) => before.pages.get(path) !== state.site.pages.get(path));
    if (pages.length === 0) return;
    const saved = lectures.length === 1 ? (lectures[0]?.saved ?? null) : null;
    tell({ pages: pages.sort(), problems: null, more: 0, held: false, saved });
    print(describeRound({ ...state.site, changed: pages, failed: false }, true, false, time));
  };
  /** Whether all of them are on screen. */
  const showAhead = (paths: readonly string[]): boolean => {
    // in a course with errors nothing is shown before they are gone
    if (builder.ahead === null || state.failed || state.broken || state.site.pages.size === 0) return false;
    const started = performance.now();
    const lectures = tryOr(() => builder.ahead?.save(paths) ?? null, null);
    if (lectures === null) return false;
    showEarly(lectures, performance.now() - started);
    return true;
  };
  const sketch = (): void => {
    state.site = tryOr(() => builder.ahead?.sketch() ?? null, null) ?? state.site;
  };
  return {
    site: () => state.site,
    paths: () =>
      [...new Set([...state.site.pages.keys(), ...(state.started ? [] : (builder.ahead?.paths() ?? []))])].filter(isShown),
    report: () => state.report,
    start: () => {
      sketch();
      return new Promise((done) => setImmediate(() => done(rebuild(null))));
    },
    glance: (paths) => void showAhead(paths),
    change: (paths) => {
      const isShown = showAhead(paths);
      later.add(paths);
      if (!isShown) later.flush();
    },
    demand: (path) => {
      if (state.started || state.failed || state.broken) return false;
      const lecture = tryOr(() => builder.ahead?.lectureAt(path) ?? null, null);
      if (lecture === null) return false;
      early.set(lecture.source, lecture);
      state.site = withEarly(state.site, [lecture]);
      return true;
    },
    close: async () => {
      later.drop();
      await builder.close();
    },
  };
}

/** What pages are told, as text, before anything was. */
const NOTHING = JSON.stringify([[], 0, false]);

/** What is done ahead of a round is worth no failure: the round that follows tells. */
function tryOr<Value>(work: () => Value, otherwise: Value): Value {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

function ownFault(error: unknown): Problem {
  const message = `Lectern itself failed: ${error instanceof Error ? error.message : String(error)}`;
  const hint = 'Save again; if it stays, report the trace that the terminal has.';
  return { severity: 'error', rule: 'lectern', message, hint, place: null, source: [], related: [] };
}
