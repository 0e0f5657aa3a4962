/** The files that pages load from `_lectern/`: built once, named by content, the same for every course of a version. */
export interface ClientFiles {
  /** By plain name (`deck.js`, `deck.css`, `read.css`, `home.css`, `speaker.js`, …): the path from the site's root (`_lectern/deck.1a2b3c4d.js`). */
  readonly path: (name: string) => string;
  /** What is in a script of ours, for a page that carries it itself. */
  readonly text: (name: string) => string;
}

/** From `--dialect` and `--separator…`; null: each lecture's own. */
export interface RevealOptions {
  readonly dialect: 'pandoc' | 'reveal' | null;
  /** Regular expressions. */
  readonly separator: string | null;
  readonly vertical: string | null;
  readonly notes: string | null;
}

/** Options of a build that every stage may need. */
export interface BuildOptions {
  /** ISO date: lectures released after it are absent. */
  readonly asOf: string;
  readonly drafts: boolean;
  readonly privateNotes: boolean;
  /** From `--slide-level`; null: each lecture's own. */
  readonly slideLevel: number | null;
  readonly reveal?: RevealOptions;
  /** From `--url`; null: the course's own. */
  readonly url: string | null;
  /** Pages say where in their source each element stands, and run no script: they are measured, and never published. */
  readonly marked?: true;
  /** The pages are served by `lectern dev`, which brings them up to date. */
  readonly dev: boolean;
  readonly version: string;
}
