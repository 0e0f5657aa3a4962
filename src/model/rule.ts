/** What a rule of the catalogue is: everything that is said about one kind of trouble. */

/**
 * `error`: the result cannot be trusted, and nothing is published. `warning`: whatever pandoc would build through.
 * `info`: style, or something worth knowing.
 */
export type Severity = 'error' | 'warning' | 'info';

/** What a course makes of the findings of a rule that are no errors. */
export type RuleSeverities = Readonly<Record<string, 'warning' | 'info' | 'off'>>;

/** Checks that take longer than others: `--links`, slides as a browser lays them out, and pages as axe examines them. */
export type InspectionName = 'links' | 'measured' | 'examined';

export interface Rule {
  readonly severity: Severity;
  /** What some of its findings are instead. */
  readonly also?: readonly Severity[];
  /** It is looked for only where the course's `rules` ask for it, or by one of the inspections. */
  readonly only?: 'asked' | InspectionName;
  /** What is wrong, in half a sentence without a capital: Markdown's code marks may stand in it, and nothing else. */
  readonly summary: string;
  /** Why it matters: what the audience, the readers or the author would suffer. Whole sentences. */
  readonly reason: string;
  /** The text of `file` that breaks this rule alone. */
  readonly wrong: string;
  /** The same, mended: nothing is found in it. */
  readonly right: string;
  /** The file of a course; `EXAMPLE_FILE` where it is left out. Null: `wrong` and `right` are words about what no text shows. */
  readonly file?: string | null;
  /** Other files that the examples need, by path. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** The lecture that examples are about, unless they say otherwise. */
export const EXAMPLE_FILE = 'slides/01-lecture.md';
