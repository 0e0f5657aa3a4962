/** A real browser for all tests of a file, which fails a test whose pages complained or asked a stranger for something. */
import type { Browser, BrowserContext, BrowserContextOptions, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses of other hosts that were asked for something, in order. */
  readonly asked: readonly string[];
  /** What the pages complained of so far; afterwards they have not. */
  readonly takeTroubles: () => readonly string[];
}

export interface VisitOptions extends BrowserContextOptions {
  /** Answers for other hosts. Without it, whoever asks one fails. */
  readonly answer?: (route: Route) => Promise<void>;
  /** The test changes what pages find in the browser: its window is for it alone. */
  readonly alone?: boolean;
}

interface Watched extends Visit {
  readonly asked: string[];
  readonly troubles: string[];
  /** What it was opened with. */
  readonly options: VisitOptions;
}

/** For machines that have other things to do; in milliseconds. */
const PATIENCE = 15_000;

const ARGUMENTS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * Gives a function that opens an empty page. A new window costs more than a page in it, so tests that ask for the same use
 * one, each after the other; what a test opened besides is closed as it ends.
 */
export function useBrowser(): (options?: VisitOptions) => Promise<Visit> {
  const state: { browser: Browser | null } = { browser: null };
  const visits: Watched[] = [];
  beforeAll(async () => {
    const { chromium } = await import('playwright-core');
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    state.browser = await chromium.launch({ executablePath: inject('browser'), args: [...asRoot, ...ARGUMENTS] });
  });
  afterEach(async () => {
    const used = visits.splice(0);
    for (const visit of used) await clear(visit);
    visits.push(...used.filter(({ options }) => options.alone !== true));
    expect(used.flatMap(({ troubles }) => troubles.splice(0))).toEqual([]);
  });
  afterAll(async () => {
    await state.browser?.close();
  });
  return async (options = {}) => {
    if (state.browser === null) throw new Error('The browser did not start.');
    const before = visits.find((visit) => isLike(visit, options));
    if (before !== undefined) return before;
    const visit = await visitWith(state.browser, options);
    visits.push(visit);
    return visit;
  };
}

/** Leaves one empty page; where it must not serve another test, none. */
async function clear({ page, context, options, asked }: Watched): Promise<void> {
  if (options.alone === true) return context.close();
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.goto('about:blank');
  asked.splice(0);
}

function isLike({ options }: Watched, wanted: VisitOptions): boolean {
  return options.alone !== true && options.answer === wanted.answer && JSON.stringify(options) === JSON.stringify(wanted);
}

async function visitWith(browser: Browser, options: VisitOptions): Promise<Watched> {
  const { answer, alone: _, ...rest } = options;
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, ...rest });
  context.setDefaultTimeout(PATIENCE);
  return { ...(await watch(context, answer ?? null)), options };
}

async function watch(
  context: BrowserContext,
  answer: NonNullable<VisitOptions['answer']> | null,
): Promise<Omit<Watched, 'options'>> {
  const troubles: string[] = [];
  const asked: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      troubles.push(`${message.page()?.url()}: ${message.type()}: ${message.text()}`);
    }
  });
  context.on('weberror', (error) => troubles.push(`${error.page()?.url()}: ${error.error().message}`));
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    // What was still on its way as a page was left is no trouble.
    if (why !== 'net::ERR_ABORTED') troubles.push(`${request.url()}: ${why}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.url()}: ${response.status()}`);
  });
  await context.route(isForeign, async (route) => {
    asked.push(route.request().url());
    if (answer !== null) return answer(route);
    troubles.push(`${route.request().url()}: of another host`);
    return route.abort();
  });
  return { page: await context.newPage(), context, asked, troubles, takeTroubles: () => troubles.splice(0) };
}

function isForeign({ protocol, hostname }: URL): boolean {
  return /^https?:$|^wss?:$/.test(protocol) && hostname !== '127.0.0.1';
}
