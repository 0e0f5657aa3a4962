/** Builds what runs in the reader's browser into build/client/: classic scripts, styles and fonts, named by their content. */
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { type Names, pickRules } from './src/client/pickRules.ts';
import { createLogger, defineConfig, type EnvironmentOptions, type Logger, type UserConfig } from 'vite';

const SOURCE = 'src/client';
const OUT = 'build/client';

/** Plain name on a page → entry. Each is bundled alone: a classic script can share nothing with another. */
const SCRIPTS = {
  deck: 'deck/deck.ts',
  read: 'read.ts',
  question: 'question.ts',
  home: 'home.ts',
  search: 'search/search.ts',
  scheme: 'scheme.ts',
  speaker: 'speaker/speaker.ts',
  stage: 'stage/stage.ts',
  draw: 'drawing/draw.ts',
  first: 'first.ts',
  visit: 'visit.ts',
  measure: 'measure/measure.ts',
  room: 'room.ts',
  redirect: 'redirect.ts',
  live: 'live.ts',
};
/** Goes with links to pages where none was drawn; made from the drawing beside it. */
const PICTURE = 'share.png';
const STYLES = ['deck', 'read', 'all', 'home', 'speaker', 'math'];

const REVEAL = 'node_modules/reveal.js/dist/reveal.css';
/** Reveal.js' own source, so that what decks do not have can be left out of it. */
const REVEAL_SOURCE = 'node_modules/reveal.js/js';
const ABSENT = /\.\/controllers\/(?:controls|jumptoslide|keyboard|notes|pointer|printview|progress|scrollview|slidenumber)$/;
/** Stands for a part that is left out: it does nothing when it is called. */
const NOTHING = 'export default class { constructor() { return new Proxy({}, { get: () => () => {} }); } }';
/** Parts of reveal.js that decks do not have: its controls, its scroll view, its ways of printing, transitions of old. */
const UNUSED =
  /\.(?:controls|playback|progress|slide-number|jump-to-slide|speaker-notes|show-notes|reveal-scroll|loading-scroll-mode|roll|zoomed|cube|page|hljs|has-parallax-background|r-overlay-help|r-overlay-spinner|embedded)\b|html\.reveal-print|html:not\(\.print-pdf\)/;

/** Rules for what is looked at in a box over a slide, which few decks have. */
const PREVIEW = /\.r-overlay/;

/** A lecture's cover in a light deck, and what is around it, which a deck shows before its style sheets have come. */
const COVER: Names = {
  types: new Set('html body main div a section h1 p br'.split(' ')),
  classes: new Set(
    'skip reveal slides title subtitle author date reveal-full-page reveal-viewport is-cover lectern-first'.split(' '),
  ),
  ids: new Set(['title-slide']),
  attributes: new Map([
    ['data-scheme', 'light'],
    ['data-kind', 'cover'],
    ['data-density', 'dense'],
    ...['data-lecture', 'data-lectern-shown'].map((name) => [name, null] as const),
  ]),
};
/** Rules for a deck without scripts, which waits for its style sheets. */
const FLOW = /body:not\(\.reveal-viewport\)/;

/** The typeface of its title, where most titles have enough of it, and what stands for that and for the text until they are there. */
const COVER_FACES = (face: string): boolean =>
  (!face.includes('url(') || face.includes('brygada-1918-latin-600')) && !/font-weight:[57]00/.test(face);

/** Packages whose files end up in every site, with what of theirs does. */
const LICENSED = {
  'reveal.js': 'the program that shows the slides',
  fitty: 'what makes text fill its slide',
  '@fontsource/brygada-1918': 'the typeface Brygada 1918',
  '@fontsource/atkinson-hyperlegible-next': 'the typeface Atkinson Hyperlegible Next',
  '@fontsource/atkinson-hyperlegible-mono': 'the typeface Atkinson Hyperlegible Mono',
  '@fontsource/stix-two-math': 'the typeface STIX Two Math',
  temml: 'the style sheet of formulas',
};

export default defineConfig(({ command }) => (command === 'build' ? client() : tests()));

/** The browser is looked for only where its tests are run. */
function tests(): UserConfig {
  const browser = 'tests/browser/**/*.test.ts';
  const projects = [
    // long enough for a machine that has other things to do
    { test: { name: 'node', include: ['tests/**/*.test.ts'], exclude: [browser], testTimeout: 30_000 } },
    {
      test: {
        name: 'browser',
        include: [browser],
        globalSetup: 'tests/support/provideBrowser.ts',
        testTimeout: 60_000,
        hookTimeout: 60_000,
        expect: { poll: { timeout: 15_000 } },
      },
    },
  ];
  // tests wait for browsers and builds: on two processors, two files at a time
  return { test: { projects, maxWorkers: Math.max(2, availableParallelism() - 1) } } as UserConfig;
}

function client(): UserConfig {
  const scripts = Object.entries(SCRIPTS).map(([name, file]) => [name, environment({ [name]: join(SOURCE, file) }, 'iife')]);
  const files = STYLES.map((name) => [name, join(SOURCE, 'styles', `${name}.css`)]);
  const styles = environment({ ...Object.fromEntries(files), reveal: REVEAL }, 'es');
  return {
    base: './',
    publicDir: false,
    logLevel: 'warn',
    customLogger: logger(),
    resolve: { alias: [{ find: /^reveal\.js$/, replacement: resolve(REVEAL_SOURCE, 'index.ts') }] },
    plugins: [
      {
        name: 'lectern-reveal',
        enforce: 'pre',
        resolveId: (id, importer = '') => (ABSENT.test(id) && importer.includes(REVEAL_SOURCE) ? '\0lectern-nothing' : null),
        load: (id) => (id === '\0lectern-nothing' ? NOTHING : null),
        transform: (css, id) => (id.endsWith(REVEAL) ? withoutRules(css, UNUSED) : null),
      },
    ],
    environments: { ...Object.fromEntries(scripts), styles },
    builder: {
      buildApp: async (builder) => {
        rmSync(OUT, { recursive: true, force: true });
        mkdirSync(OUT, { recursive: true });
        const wanted = Object.entries(builder.environments).filter(([name]) => name in SCRIPTS || name === 'styles');
        for (const [, each] of wanted) await builder.build(each);
        finish();
      },
    },
  };
}

/** Says nothing of a selector that is newer than the minifier. */
function logger(): Logger {
  const plain = createLogger('warn');
  return {
    ...plain,
    warn: (message, options) => (/'target-current' is not recognized/.test(message) ? undefined : plain.warn(message, options)),
  };
}

function environment(input: Record<string, string>, format: 'iife' | 'es'): EnvironmentOptions {
  return {
    consumer: 'client',
    build: {
      outDir: OUT,
      emptyOutDir: false,
      // No data: addresses, so that the policy of a page need not allow them.
      assetsInlineLimit: 0,
      modulePreload: false,
      target: ['chrome111', 'firefox114', 'safari16.4'],
      rollupOptions: {
        input,
        output: { format, entryFileNames: '[name].[hash].js', assetFileNames: '[name].[hash][extname]' },
      },
    },
  };
}

/** Adds the licences and what citations are formatted with, takes away the empty scripts that style sheets leave, and writes plain name → file name. */
function finish(): void {
  for (const name of readdirSync(OUT))
    if ([...STYLES, 'reveal'].some((style) => name.startsWith(`${style}.`)) && isStyleStub(name)) rmSync(join(OUT, name));
  place('licenses.txt', licenses());
  const reveal = takeStyles('reveal');
  place('reveal.css', withoutRules(reveal, PREVIEW));
  place('preview.css', onlyRules(reveal, PREVIEW));
  const picked = pickRules(`@media (scripting:enabled){${reveal}}${withoutRules(styleText('deck'), FLOW)}`, COVER, COVER_FACES);
  place('first.css', picked);
  copyFileSync(join(SOURCE, PICTURE), join(OUT, PICTURE));
  cpSync('src/citation', 'build/citation', { recursive: true });
  const names = readdirSync(OUT).sort();
  const plain = names.map((name) => [name.replace(/\.[\w-]{8}(?=\.\w+$)/, ''), name]);
  writeFileSync(join(OUT, 'client.json'), `${JSON.stringify(Object.fromEntries(plain), null, 2)}\n`);
}

/** The style sheet without rules of which each selector is like `pattern`; the rules of media queries are looked at one by one. */
function withoutRules(css: string, pattern: RegExp): string {
  return css.replace(
    /(@(?:media|supports)[^{]+\{)((?:[^{}]+\{[^{}]*\})*)\}|@keyframes[^{]+\{(?:[^{}]+\{[^{}]*\})*\}|([^{}@]+)\{[^{}]*\}/g,
    (rule, query?: string, rules?: string, selectors?: string) => {
      if (query !== undefined) {
        const kept = withoutRules(rules ?? '', pattern);
        return kept === '' ? '' : `${query}${kept}}`;
      }
      if (selectors === undefined) return /bounce-/.test(rule) ? '' : rule;
      return selectors.split(/,(?![^(]*\))/).every((one) => pattern.test(one)) ? '' : rule;
    },
  );
}

/** The style sheet that was built under the plain name. */
function builtFile(name: string): string {
  const file = readdirSync(OUT).find((one) => one.startsWith(`${name}.`) && one.endsWith('.css'));
  if (file === undefined) throw new Error(`There is no ${name}.css in “${OUT}”.`);
  return join(OUT, file);
}

function styleText(name: string): string {
  return readFileSync(builtFile(name), 'utf8');
}

/** A style sheet as it was built, to be written otherwise. */
function takeStyles(name: string): string {
  const text = styleText(name);
  rmSync(builtFile(name));
  return text;
}

/** The rules outside media queries of which each selector is like `pattern`. */
function onlyRules(css: string, pattern: RegExp): string {
  const rest = css.replace(/@[^{]+\{(?:[^{}]+\{[^{}]*\})*\}/g, '');
  const rules = rest.match(/[^{}]+\{[^{}]*\}/g) ?? [];
  return rules
    .filter((rule) =>
      rule
        .slice(0, rule.indexOf('{'))
        .split(/,(?![^(]*\))/)
        .every((one) => pattern.test(one)),
    )
    .join('');
}

/** Writes a file that Vite does not make, under a name of the same form. */
function place(name: string, text: string): void {
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8);
  writeFileSync(join(OUT, name.replace(/\.(?=\w+$)/, `.${hash}.`)), text);
}

/** A style sheet as an entry leaves a script without content beside it. */
function isStyleStub(name: string): boolean {
  return name.endsWith('.js') && readFileSync(join(OUT, name), 'utf8').length < 60;
}

function licenses(): string {
  const texts = Object.entries(LICENSED).map(([name, what]) => {
    const { version } = JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8')) as { version: string };
    const text = readFileSync(join('node_modules', name, 'LICENSE'), 'utf8')
      .replaceAll('\r\n', '\n')
      .trim();
    return `${name} ${version}: ${what}\n\n${text}\n`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}
