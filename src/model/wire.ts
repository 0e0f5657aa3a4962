/** What a page and its script agree on: the settings that stand in the page, and what deck and speaker view tell each other. */

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
  readonly popupBlocked: string;
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
  /** In minutes; null where the author did not say. */
  readonly duration: number | null;
  /** The slides' size in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** A deck's colours, whatever the reader's system says; null follows it. */
export type Scheme = 'light' | 'dark' | null;

/**
 * Between a deck and its speaker view. `deck` is the name of one open deck: two windows with the same lecture have two, and a
 * speaker view belongs to one of them. `hello`: a speaker view asks where its deck is; null asks any. `at`: the deck says so.
 * `go`: the speaker moves the deck. `gone`: the deck is being closed, or loaded again. `claim`: a deck that opens asks whether
 * another has its name, and hears `taken` from that one.
 */
export type LinkMessage =
  | { readonly kind: 'hello'; readonly deck: string | null }
  | { readonly kind: 'at'; readonly deck: string; readonly place: Place; readonly scheme: Scheme }
  | { readonly kind: 'go'; readonly deck: string; readonly place: Place }
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

export type DeckAction = 'next' | 'back' | 'home' | 'end' | 'go' | 'overview' | 'speaker' | 'scheme' | 'black' | 'full' | 'help';

/** Names as `KeyboardEvent.key` has them, letters in lower case, in the order in which people are told of them. */
export const DECK_KEYS: readonly { readonly action: DeckAction; readonly keys: readonly string[] }[] = [
  { action: 'next', keys: ['ArrowRight', 'ArrowDown', ' ', 'PageDown', 'n'] },
  { action: 'back', keys: ['ArrowLeft', 'ArrowUp', 'Shift+ ', 'PageUp', 'p'] },
  { action: 'home', keys: ['Home'] },
  { action: 'end', keys: ['End'] },
  { action: 'go', keys: ['g'] },
  { action: 'overview', keys: ['o', 'Escape'] },
  { action: 'speaker', keys: ['s'] },
  { action: 'scheme', keys: ['d'] },
  // A presenter's remote sends the full stop.
  { action: 'black', keys: ['b', '.'] },
  { action: 'full', keys: ['f'] },
  { action: 'help', keys: ['?', 'F1'] },
];

/** Whether a key is a letter or sign alone, which speech input may press by mistake: its reader can switch those off. */
export function isSingleKey(key: string): boolean {
  return key.length === 1 && key !== ' ';
}
