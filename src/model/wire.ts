/** What a page and its script agree on: the settings that stand in the page, and what deck and speaker view tell each other. */

/** The function of a deck that shows its first slide before anything else is there, where it waits for all slides. */
export const SHOW_FIRST = 'lecternFirst';

/** The element that holds a page's settings as JSON: `<script type="application/json" id="lectern-config">`. */
export const CONFIG_ID = 'lectern-config';

/** Words of the interface that scripts put on a page; `{…}` marks a place for a value. */
export interface DeckWords {
  /** With `{n}` and `{total}`. */
  readonly place: string;
  /** What a slide is, to a screen reader. */
  readonly slide: string;
  /** With `{n}`, `{total}` and `{title}`. */
  readonly titled: string;
  /** With `{n}` and `{total}`. */
  readonly untitled: string;
  /** With `{n}`. */
  readonly noSlide: string;
  /** A link stands behind it. */
  readonly popupBlocked: string;
  readonly notes: string;
  readonly noNotes: string;
}

export interface DeckConfig {
  /** The slides' size in CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly transition: string;
  /** The highest slide number. */
  readonly total: number;
  /** How long the lecture takes, in minutes; null where its author did not say. */
  readonly duration: number | null;
  /** Address of the speaker view for this deck, relative to the page, without a hash. */
  readonly speaker: string;
  /** Address of the reading view, relative to the page, without a hash. */
  readonly read: string;
  /** Addresses of the scripts for presenting and for drawings, relative to the page. */
  readonly stage: string;
  readonly draw: string;
  readonly words: DeckWords;
}

export interface SpeakerWords {
  /** With `{n}` and `{total}`. */
  readonly place: string;
  /** With `{n}` and `{total}`. */
  readonly step: string;
  readonly noNotes: string;
  readonly untitled: string;
  readonly end: string;
  readonly start: string;
  readonly pause: string;
  readonly noDeck: string;
  /** With `{name}`: the address names a deck that is not there. */
  readonly missing: string;
  /** With `{title}`. */
  readonly title: string;
  /** With `{n}` and `{title}`. */
  readonly picture: string;
  /** With `{n}`. */
  readonly noSlide: string;
  /** With `{n}`, in minutes. */
  readonly duration: string;
  /** With `{n}`, in minutes. */
  readonly left: string;
  /** With `{n}`, in minutes. */
  readonly over: string;
  readonly onTime: string;
  /** With `{n}`, in minutes. */
  readonly behind: string;
  /** With `{n}`, in minutes. */
  readonly ahead: string;
  /** With `{n}`: the slide that the audience goes on seeing. */
  readonly frozen: string;
}

export interface SpeakerConfig {
  /** The paths of all decks from the site's root, sorted. */
  readonly decks: readonly string[];
  readonly words: SpeakerWords;
}

/** Where a deck stands. */
export interface Place {
  /** The slide's own number: 1-based, through the whole deck. */
  readonly number: number;
  /** How many of the slide's steps are shown: 0 as it opens. */
  readonly step: number;
}

/** In minutes since the lecture began: when a slide is to be shown, and how long the lecture takes. */
export interface Plan {
  readonly from: number;
  readonly to: number;
  readonly total: number;
}

/** What a deck shows, for the speaker view around it. */
export interface Showing {
  readonly place: Place;
  /** All stops of the slide: 1, and one more for each step. */
  readonly stops: number;
  readonly total: number;
  readonly title: string;
  /** The deck's own title. */
  readonly deck: string;
  /** The slide's public notes as HTML; empty where it has none. */
  readonly notes: string;
  /** Whether the deck went as far as it goes. */
  readonly last: boolean;
  /** When the slide is to be shown; null where the author did not say how long anything takes. */
  readonly plan: Plan | null;
  /** The slides' size in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** A deck's colours, whatever the reader's system says; null follows it. */
export type Scheme = 'light' | 'dark' | null;

/** How a deck stands before its audience. */
export interface Stand {
  readonly place: Place;
  readonly scheme: Scheme;
  readonly black: boolean;
  /** Where the speaker is while the audience's window stays where it is; null where it is not frozen. */
  readonly ahead: Place | null;
}

/** The last order to go somewhere that a deck has followed: which speaker view gave it, and how many that one had given. */
export interface Followed {
  readonly by: string;
  readonly count: number;
}

/** The time of a lecture. */
export interface Time {
  /** Milliseconds until the last pause. */
  readonly passed: number;
  /** When it was started last; null while it stands. */
  readonly since: number | null;
}

/** A line that a speaker drew: x and y in turns, as shares of the slide's width and height, 0 to 1. */
export interface Stroke {
  readonly id: string;
  readonly points: readonly number[];
}

/** All that a speaker drew, by the slides' numbers. `version` grows with each change. */
export interface Drawing {
  readonly version: number;
  readonly slides: Readonly<Record<string, readonly Stroke[]>>;
}

/**
 * `draw` begins a stroke, or goes on with it; `undo` takes away the last one of a slide, `clear` all of them. `point` shows where
 * the speaker points. `undrawn` asks for the whole drawing, which `drawn` gives to whoever knows less.
 */
export type DrawOrder =
  | { readonly kind: 'draw'; readonly slide: number; readonly id: string; readonly points: readonly number[] }
  | { readonly kind: 'undo' | 'clear'; readonly slide: number }
  | { readonly kind: 'point'; readonly at: readonly [number, number] | null }
  | { readonly kind: 'drawn'; readonly drawing: Drawing }
  | { readonly kind: 'undrawn' };

/** The function that the script of drawings puts into a deck's window. */
export const DRAW_FUNCTION = 'lecternDraw';

/** What that script needs of a deck. */
export interface DrawableDeck {
  readonly width: number;
  readonly height: number;
  /** The number of the slide that is shown. */
  readonly slide: () => number;
  readonly send: (order: DrawOrder) => void;
}

/** What it gives to the deck. */
export interface DrawnDeck {
  readonly hear: (order: DrawOrder) => void;
  /** A speaker view knows this version: whoever knows less is told. */
  readonly compare: (version: number) => void;
}

declare global {
  interface Window {
    [DRAW_FUNCTION]?: (deck: DrawableDeck) => DrawnDeck;
  }
}

/**
 * Between a deck and its speaker views. `deck` is the name of one open deck: two windows with the same lecture have two, and a
 * speaker view belongs to one of them. `hello`: a speaker view asks where its deck is,
 * and says which version of the drawing it knows; null asks any. `at`: the deck says so.
 * `go`: the speaker moves the deck or, where it is frozen, only what the speaker sees. `black` and `freeze`: the speaker makes
 * the screen black, and keeps the audience's window where it is; null lets it follow again. `step`: somebody asked the window of
 * a frozen deck for a step, which is the speaker's. `time`: a speaker view tells the others. `gone`: the deck is being closed, or
 * loaded again. `claim`: a deck that opens asks whether another has its name, and hears `taken` from that one.
 */
export type LinkMessage =
  | { readonly kind: 'hello'; readonly deck: string | null; readonly drawing: number }
  | {
      readonly kind: 'at';
      readonly deck: string;
      readonly stand: Stand;
      readonly followed: Followed | null;
      /** It went nowhere: its author changed its slides. */
      readonly renewed?: boolean;
    }
  | { readonly kind: 'go'; readonly deck: string; readonly place: Place; readonly order: Followed }
  | { readonly kind: 'black'; readonly deck: string; readonly on: boolean }
  | { readonly kind: 'freeze'; readonly deck: string; readonly at: Place | null }
  | { readonly kind: 'step'; readonly deck: string; readonly by: 1 | -1 }
  | { readonly kind: 'drawing'; readonly deck: string; readonly order: DrawOrder }
  | { readonly kind: 'time'; readonly deck: string; readonly time: Time }
  | { readonly kind: 'gone' | 'claim' | 'taken'; readonly deck: string };

/**
 * From the speaker view to a deck in one of its frames. `tell` asks where it stands, `show` makes it go to a place, `move` a
 * step on or back, `colour` puts it in the colours of the deck that it follows.
 */
export type FrameOrder =
  | { readonly kind: 'tell' }
  | { readonly kind: 'show'; readonly place: Place }
  | { readonly kind: 'move'; readonly by: 1 | -1 }
  | { readonly kind: 'colour'; readonly scheme: Scheme };

/** A slide as one looks for it. */
export interface SlideName {
  readonly number: number;
  /** Plain text; empty where it has none. */
  readonly title: string;
}

/** From a deck in a frame to the speaker view. `asked`: it moved because it was ordered to `move`, or its reader did. */
export type FrameReport =
  | { readonly kind: 'ready'; readonly slides: readonly SlideName[] }
  | { readonly kind: 'showing'; readonly showing: Showing; readonly asked: boolean };

/** Every message carries this, so that those of other programs at the same origin are left alone. */
export interface Envelope<T> {
  readonly lectern: 1;
  /** Unique to the message: one that comes twice, by channel and by window, is heard once. */
  readonly id: string;
  readonly message: T;
}

/** A word with its places filled in: `fill('{n} of {total}', { n: 3, total: 36 })`. */
export function fill(word: string, values: Readonly<Record<string, string | number>>): string {
  return word.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

// ---- the keys of a deck: one table, from which the deck is steered and the list behind `?` is written

export type DeckAction =
  | 'next'
  | 'back'
  | 'home'
  | 'end'
  | 'go'
  | 'return'
  | 'search'
  | 'overview'
  | 'speaker'
  | 'notes'
  | 'scheme'
  | 'black'
  | 'full'
  | 'help';

export interface KeysOf<Action> {
  readonly action: Action;
  readonly keys: readonly string[];
}

/**
 * Names as `KeyboardEvent.key` has them, letters in lower case, in the order in which people are told of them. Presenters' remotes
 * send PageDown and PageUp, the full stop or B for a black screen, F5 and Escape to begin and end; some send Enter.
 */
export const DECK_KEYS: readonly KeysOf<DeckAction>[] = [
  { action: 'next', keys: ['ArrowRight', 'ArrowDown', ' ', 'PageDown', 'Enter'] },
  { action: 'back', keys: ['ArrowLeft', 'ArrowUp', 'Shift+ ', 'PageUp', 'p'] },
  { action: 'home', keys: ['Home'] },
  { action: 'end', keys: ['End'] },
  { action: 'go', keys: ['g'] },
  { action: 'return', keys: ['Backspace'] },
  { action: 'search', keys: ['/'] },
  { action: 'overview', keys: ['o', 'Escape'] },
  { action: 'speaker', keys: ['s'] },
  { action: 'notes', keys: ['n'] },
  { action: 'scheme', keys: ['d'] },
  { action: 'black', keys: ['b', '.'] },
  { action: 'full', keys: ['f', 'F5'] },
  { action: 'help', keys: ['?', 'F1'] },
];

export type SpeakerAction =
  | 'next'
  | 'back'
  | 'home'
  | 'end'
  | 'go'
  | 'return'
  | 'black'
  | 'freeze'
  | 'pointer'
  | 'pen'
  | 'undo'
  | 'clear'
  | 'rest'
  | 'timer'
  | 'down'
  | 'up'
  | 'larger'
  | 'smaller'
  | 'scheme'
  | 'full'
  | 'help';

/** The same for the speaker view; up and down scroll the notes. */
export const SPEAKER_KEYS: readonly KeysOf<SpeakerAction>[] = [
  { action: 'next', keys: ['ArrowRight', 'PageDown', ' ', 'Enter'] },
  { action: 'back', keys: ['ArrowLeft', 'PageUp', 'Shift+ ', 'p'] },
  { action: 'home', keys: ['Home'] },
  { action: 'end', keys: ['End'] },
  { action: 'go', keys: ['g'] },
  { action: 'return', keys: ['Backspace'] },
  { action: 'black', keys: ['b', '.'] },
  { action: 'freeze', keys: ['z'] },
  { action: 'pointer', keys: ['l'] },
  { action: 'pen', keys: ['w'] },
  { action: 'undo', keys: ['u'] },
  { action: 'clear', keys: ['e'] },
  { action: 'rest', keys: ['Escape'] },
  { action: 'timer', keys: ['t'] },
  { action: 'down', keys: ['ArrowDown'] },
  { action: 'up', keys: ['ArrowUp'] },
  { action: 'larger', keys: ['+', '='] },
  { action: 'smaller', keys: ['-'] },
  { action: 'scheme', keys: ['d'] },
  { action: 'full', keys: ['f', 'F5'] },
  { action: 'help', keys: ['?', 'F1'] },
];

/** The name of the key that is pressed, as the tables have it. */
export function keyNameOf({ key, shiftKey }: { readonly key: string; readonly shiftKey: boolean }): string {
  if (key === ' ') return shiftKey ? 'Shift+ ' : key;
  return key.length === 1 ? key.toLowerCase() : key;
}

/** Whether a key is a letter or sign alone, which speech input may press by mistake: its reader can switch those off. */
export function isSingleKey(key: string): boolean {
  return key.length === 1 && key !== ' ';
}

// ---- search: what counts as a word, and the files that are looked through

/** Letters that no decomposition takes apart, as they are looked for. */
const FOLDED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
};

const WORD = /* @__PURE__ */ wordPattern();
const ASCII_WORD = /[a-z](?:\+\+|#)(?![a-z0-9])|[a-z0-9]+/g;

/** Scripts that write words without spaces: each letter is a word, and words are phrases. */
function wordPattern(): RegExp {
  const unspaced =
    '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]';
  return new RegExp(
    `\\p{L}(?:\\+\\+|#)(?![\\p{L}\\p{N}])|${unspaced}\\p{M}*|(?:(?!${unspaced})[\\p{L}\\p{N}\\p{M}\\u00ad\\u200c\\u200d\\u2060])+`,
    'gu',
  );
}

/** A word of a text: folded (no accents, no capitals), and where it stands in it. */
export interface PlacedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text, folded, in order; `C++` and `C#` are words. */
export function wordsOf(text: string): readonly string[] {
  // most text is, and this is done to all of a course
  if (isPlain(text)) return text.toLowerCase().match(ASCII_WORD) ?? [];
  return placedWordsOf(text).map(({ word }) => word);
}

/** The words of a text with their places. */
export function placedWordsOf(text: string): readonly PlacedWord[] {
  return [...text.matchAll(WORD)].flatMap((found) => {
    const word = foldWord(found[0]);
    return word === '' ? [] : [{ word, start: found.index, end: found.index + found[0].length }];
  });
}

/** Whether its words are of ASCII letters and digits alone, whatever dashes, quotes and dots stand between them. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f && code !== 0xb7 && (code < 0x2010 || code > 0x2027)) return false;
  }
  return true;
}

function foldWord(word: string): string {
  if (isPlain(word)) return word.toLowerCase();
  const plain = word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}|\u00ad|\u200c|\u200d|\u2060/gu, '');
  return plain.toLowerCase().replace(/[ßæœøđðþłħıς]/g, (letter) => FOLDED[letter] ?? letter);
}

/** Numbers are written in these, 5 bits in each; one that stands 32 places later says that more follow. */
export const SEARCH_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Before a list of slides that is written as one bit for each slide of the course, 6 in a digit. */
export const SEARCH_BITS = '!';

/**
 * What each file of the search tells when it is loaded: `lecternSearch(name, content)`. `table`: a `SearchTable`. `w-…`: lines
 * of a word, the slides that have it and, of these, those that have it in their title; a word that ends with `*` stands for all
 * that begin so. `p-…`: lines of a word and its places on each of its slides. Others: a `SearchPiece`.
 */
export const SEARCH_FUNCTION = 'lecternSearch';

/** Slides are counted from 0 through the course, in its order; only those with text count. */
export interface SearchTable {
  /** Of files of words: `w-<version>-<n>` and `p-<version>-<n>`. */
  readonly version: string;
  /** Where the files of words begin: all but the first, parted by spaces. */
  readonly cuts: string;
  /** For each lecture the name of its pieces, `<name>-<n>`, and how many slides are in each. */
  readonly lectures: readonly (readonly [name: string, ...slides: number[]])[];
}

/** Some slides of a lecture, or parts of the home page, as results show them. */
export interface SearchPiece {
  readonly title: string;
  /** The addresses of its pages, from the site's root. Null: it has no deck. */
  readonly deck: string | null;
  /** For a guest lecture its file, or where it stands elsewhere. */
  readonly read: string;
  readonly slides: readonly SearchSlide[];
}

/**
 * A line's mark is one letter: `d` is on the deck only, `r` in the reading view only, `n` in its notes, `c` is code, `-` is any
 * other text.
 */
export type SearchSlide = readonly [number: number, id: string | null, title: string, lines: readonly string[], marks: string];

/** Words of the search box that its script puts there. */
export interface SearchWords {
  /** With `{n}`. */
  readonly found: string;
  readonly foundOne: string;
  /** With `{query}`. */
  readonly none: string;
  /** With `{n}`. */
  readonly more: string;
  readonly failed: string;
  /** With `{n}`. */
  readonly slide: string;
  /** With `{n}` and `{title}`. */
  readonly open: string;
  /** With `{title}`. */
  readonly read: string;
}

// ---- decks that are measured: what a check asks of a page that is never published

/** The attribute of a deck that is measured which says where an element stands in its source: `120-164`, UTF-16 offsets. */
export const MARK = 'data-lectern-at';

/** The same of a picture whose file is there. */
export const FILE_MARK = 'data-lectern-file';

/** What the measuring script puts into the window, as a `MeasuringPage`. */
export const MEASURE = 'lecternMeasure';

/** What a page can be asked while decks are measured in it. */
export interface MeasuringPage {
  /** Shows another page, by its HTML; null is the one that is there. False: it has other styles, and has to be opened itself. */
  readonly show: (html: string | null) => Promise<boolean>;
  /** The slides as a screen of the window's shape shows them. */
  readonly onScreen: () => Promise<readonly MeasuredSlide[]>;
  /** Pictures that one cannot make out in the dark, by number of the slide. */
  readonly vanishing: () => Promise<readonly (MeasuredPart & { readonly number: number })[]>;
  /** What axe finds, which has to be in the window; in the dark only what colours can change. */
  readonly examine: (scheme: 'light' | 'dark') => Promise<readonly Examined[]>;
  /** Those slides that do not fit on a page in a size that one can read, once they were on a screen. */
  readonly onPaper: () => readonly Pick<MeasuredSlide, 'number' | 'over'>[];
}

/** Something that axe finds in a page, in the part that its author wrote. */
export interface Examined extends MeasuredPart {
  /** The name of axe's rule, and what that asks for. */
  readonly rule: string;
  readonly help: string;
  /** The slide's number; null where it stands on no slide of a deck. */
  readonly number: number | null;
  /** Of text that is too faint: its contrast with its ground, and what it needs. */
  readonly contrast: { readonly is: number; readonly needs: number } | null;
}

/** Something on a slide that is not as an audience needs it. */
export interface MeasuredPart {
  /** `MARK` of the innermost block around it; null where it has none. */
  readonly at: string | null;
  /** What it is, by its element's name: `table`, `pre`, `img`. */
  readonly tag: string;
}

/** What ends beyond an edge of its slide. */
export interface MeasuredOver extends MeasuredPart {
  readonly edge: 'top' | 'right' | 'bottom' | 'left';
  /** Of a slide in its own size, before anything is set smaller. */
  readonly pixels: number;
  /** How much smaller the slide is set so that all of it is seen: 1 is not at all. */
  readonly size: number;
  /** Some of it is cut off even so. */
  readonly cut: boolean;
  /** It is so after this many steps alone: 0 as the slide opens. Null: whatever steps are shown. */
  readonly step: number | null;
}

/** Lengths are in CSS pixels. */
export interface MeasuredSlide {
  readonly number: number;
  /** What ends furthest beyond an edge of the slide; null where nothing does. */
  readonly over: MeasuredOver | null;
  /** The smallest text that is shown, and its height; null where none is too small. */
  readonly small: (MeasuredPart & { readonly pixels: number; readonly slideHeight: number }) | null;
  /** Pictures that cannot be shown though their files are there, or that are shown larger than they are: `scale` is how many times. */
  readonly pictures: readonly (MeasuredPart & { readonly failed: boolean; readonly scale: number })[];
}

/** What an author knows elements by; of others, it is “content”. */
const PART_NAMES: Readonly<Record<string, string>> = {
  table: 'table',
  pre: 'code',
  ul: 'list',
  ol: 'list',
  dl: 'list',
  figure: 'figure',
  img: 'picture',
  svg: 'drawing',
  video: 'video',
  iframe: 'frame',
  blockquote: 'quote',
  math: 'formula',
  p: 'text',
};

/** What a check says of a slide that is too full, and a page while it is written. `where`: ` on paper`; empty on a usual screen. */
export function sayOver(
  number: number,
  { pixels, edge, step, tag, size, cut }: MeasuredOver,
  where: string,
): { readonly message: string; readonly hint: string } {
  const slide =
    step === null ? `slide ${number}` : step === 0 ? `slide ${number} as it opens` : `slide ${number} at step ${step}`;
  const place = {
    bottom: `ends ${pixels} px below ${slide}`,
    right: `ends ${pixels} px to the right of ${slide}`,
    left: `begins ${pixels} px to the left of ${slide}`,
    top: `begins ${pixels} px above ${slide}`,
  }[edge];
  const least = Math.round(size * 100);
  const outcome = cut ? `and is cut off even where all is set at ${least} %` : `so all of it is set at ${least} %`;
  const name = PART_NAMES[tag] ?? (/^h\d$/.test(tag) ? 'heading' : 'content');
  const hints = {
    bottom: 'Make two slides of it, or say some of it in the notes.',
    right: 'Give it shorter lines, or less width.',
    left: 'Take away the style that puts it there.',
    top: 'Take away the style that puts it there.',
  };
  return { message: `The ${name} ${place}${where}, ${size === 1 ? 'and is cut off there' : outcome}.`, hint: hints[edge] };
}

// ---- a course that is being written: what the development server tells the pages that it serves

/** Where pages listen (server-sent events, a `LiveEvent` each), from the site's root; `?since=` the state they were loaded in. */
export const LIVE_PATH = '_lectern/live';

/** Where a page asks for a file in its author's editor: `POST` with an `OpenOrder` as `application/json`, from the site's root. */
export const OPEN_PATH = '_lectern/open';

export interface LiveEvent {
  /** The paths of pages and other files whose content is not what it was (`read/roles.html`, `assets/course.css`), or that are gone. */
  readonly pages: readonly string[];
  /** Errors and warnings of the whole course, as the terminal has them, in its order; null: those told last still hold. */
  readonly problems: readonly Problem[] | null;
  /** How many problems there are beyond those in `problems`, which are never too many to show. */
  readonly more: number;
  /** The course has errors: its pages stay those of the last round that had none. */
  readonly held: boolean;
  /** The slide that was saved; null where none was, on connection for instance. */
  readonly saved: SavedSlide | null;
  /** Pages go to the slide that was saved: `lectern dev --follow`. */
  readonly follow: boolean;
}

/** A mistake of the author's; the texts are plain. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** The rule's name: `missing-image`. */
  readonly rule: string;
  /** One sentence. */
  readonly message: string;
  /** What to do; null where the message says it all. */
  readonly hint: string | null;
  /** Null where no file is to blame. */
  readonly place: ProblemPlace | null;
  /** The line of the place and its neighbours; empty where the file has no text. */
  readonly source: readonly SourceLine[];
  /** Other places that explain this one. */
  readonly related: readonly { readonly message: string; readonly place: ProblemPlace }[];
}

/** `path` is from the course's root; line and column are 1-based, in UTF-16 units, and null where the file has no text. */
export interface ProblemPlace {
  readonly path: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** A line of a source as it is shown: `before + marked + after`. Long ones are cut, with `…`; tabs are spaces. */
export interface SourceLine {
  /** 1-based. */
  readonly number: number;
  readonly before: string;
  /** The words in question; null on a neighbour; empty where the place is between two characters. */
  readonly marked: string | null;
  readonly after: string;
}

/** Paths from the site's root. */
export interface SavedSlide {
  /** Null for a page without a deck. */
  readonly deck: string | null;
  readonly read: string;
  /** The slide's own number, 1-based. */
  readonly number: number;
  /** Its identifier; null where it has none. */
  readonly slide: string | null;
}

/** Opens a file of the course; answered with 204, or with a sentence for the author: 501 where no editor is known, 4xx. */
export interface OpenOrder {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** The event by which a deck that stands offers itself, on the document, to be changed under its readers. */
export const DECK_EVENT = 'lectern-deck';

/** The event by which other scripts of a page hear, on the document, that it is not what it was. */
export const RENEWED_EVENT = 'lectern-renewed';

/** Words that the script of `lectern dev` puts on a page. */
export interface DevWords {
  readonly error: string;
  readonly warning: string;
  /** With `{n}` and `{total}`. */
  readonly count: string;
  /** With `{n}`. */
  readonly errors: string;
  readonly errorsOne: string;
  readonly warnings: string;
  readonly warningsOne: string;
  readonly previous: string;
  readonly next: string;
  readonly edit: string;
  readonly hide: string;
  /** Under a mistake as long as pages stay as they were. */
  readonly held: string;
  readonly noAnswer: string;
}

export type DevAction = 'edit' | 'mistakes';

/** The keys of pages that are being written, besides the others. */
export const DEV_KEYS: readonly KeysOf<DevAction>[] = [
  { action: 'edit', keys: ['e'] },
  { action: 'mistakes', keys: ['m'] },
];

// ---- lectures that are played in a room without a network

/** What the script that watches a deck being played puts into the window, as a `RoomPage`. */
export const ROOM = 'lecternRoom';

export interface RoomPage {
  /** What the deck has to show and to say. */
  readonly slides: () => readonly RoomSlide[];
  /** Where the deck stands, once what is on the slide is there or will not come. */
  readonly stand: () => Promise<RoomStand>;
  /** Typefaces that could not be loaded. */
  readonly typefaces: () => readonly string[];
}

export interface RoomSlide {
  readonly number: number;
  readonly title: string;
  /** Of its notes. */
  readonly words: number;
  /** That its author gave it; null where they gave none. */
  readonly minutes: number | null;
  /** Addresses of other hosts that its links lead to. */
  readonly links: readonly string[];
  /** Addresses of its frames. */
  readonly frames: readonly string[];
}

export interface RoomStand extends Place {
  readonly missing: readonly RoomLoad[];
}

/** Something that is not there. `waits`: it comes only when somebody asks for it by a click. */
export interface RoomLoad {
  readonly kind: 'picture' | 'recording' | 'frame';
  readonly url: string;
  readonly waits: boolean;
}
