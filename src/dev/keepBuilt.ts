/** A course, built again after each change → the last good site, in memory. */
import { performance } from 'node:perf_hooks';
import type { Problem, SavedSlide } from '../model/wire.ts';
import { describeRound } from './describeRound.ts';
import { inTurn, type Rebuild } from './inTurn.ts';
import type { Told } from './liveEvents.ts';
import { pagesWithAssets } from './pagesWithAssets.ts';

/** What a server shows. */
export interface Site {
  /** Path in the site → content. */
  readonly pages: ReadonlyMap<string, string>;
  /** Path in the site → absolute path of a file on disk. */
  readonly assets: ReadonlyMap<string, string>;
}

/** A site after a round of work. */
export interface Rebuilt extends Site {
  /** The paths of the pages whose content is not what it was after the round before. */
  readonly changed: readonly string[];
  /** The course has errors: the site that was there before is better. */
  readonly failed: boolean;
  /** What is wrong, for the terminal; empty where nothing is. */
  readonly report: string;
  /** The same, for pages. */
  readonly problems: readonly Problem[];
  /** How many more problems there are. */
  readonly more: number;
  /** The one lecture that was saved, where its text is not what it was, and its first slide that is not; null: none, or several. */
  readonly saved: SavedSlide | null;
}

/** A course that can be built again and again. */
export interface Builder {
  /** Absolute. */
  readonly root: string;
  /** `changed`: paths from the root, with `/`; null: everything, as if for the first time. */
  readonly rebuild: (changed: readonly string[] | null) => Promise<Rebuilt>;
}

export interface Built {
  /** The site as it is shown: of the last good round, or of the last one as long as none was good. */
  readonly site: () => Site;
  /** What the last round said. */
  readonly report: () => string;
  /** Builds what changed, when the round before is done. Never rejects. */
  readonly rebuild: Rebuild;
}

/** `print` takes text for the terminal; `tell` what pages must know, and is called when there is anything new. */
export function keepBuilt(builder: Builder, print: (text: string) => void, tell: (told: Told) => void): Built {
  const state = { site: { pages: new Map(), assets: new Map() } as Site, good: false, broken: false, report: '', told: NOTHING };
  const unseen = new Set<string>();

  const say = (
    shown: boolean,
    { problems, more, failed, saved }: Pick<Rebuilt, 'problems' | 'more' | 'failed' | 'saved'>,
  ): void => {
    const pages = shown ? [...unseen].sort() : [];
    if (shown) unseen.clear();
    const told = JSON.stringify([problems, more, failed && !shown]);
    if (pages.length === 0 && told === state.told) return;
    const known = told === state.told;
    state.told = told;
    tell({
      pages,
      problems: known ? null : problems,
      more: known ? 0 : more,
      held: failed && !shown,
      saved: shown ? saved : null,
    });
  };
  const round = async (changed: readonly string[] | null): Promise<void> => {
    const started = performance.now();
    const result = await builder.rebuild(state.broken ? null : changed);
    state.broken = false;
    for (const page of [...result.changed, ...pagesWithAssets(result, state.site, changed ?? [], builder.root)]) unseen.add(page);
    if (result.report !== '' && result.report !== state.report) print(result.report);
    state.report = result.report;
    const shown = !result.failed || !state.good;
    print(describeRound(result, shown, changed === null, performance.now() - started));
    if (shown) {
      state.site = result;
      state.good = !result.failed;
    }
    say(shown, result);
  };
  const attempt = async (changed: readonly string[] | null): Promise<void> => {
    try {
      await round(changed);
    } catch (error) {
      // What it keeps between rounds may be half done: the next change builds everything.
      state.broken = true;
      state.report = `Lectern itself failed:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
      print(state.report);
      say(false, { problems: [ownFault(error)], more: 0, failed: true, saved: null });
    }
  };
  return { site: () => state.site, report: () => state.report, rebuild: inTurn(builder.root, attempt) };
}

/** What pages are told, as text, before anything was. */
const NOTHING = JSON.stringify([[], 0, false]);

function ownFault(error: unknown): Problem {
  const message = `Lectern itself failed: ${error instanceof Error ? error.message : String(error)}`;
  const hint = 'Save again; if it stays, report the trace that the terminal has.';
  return { severity: 'error', rule: 'lectern', message, hint, place: null, source: [], related: [] };
}
