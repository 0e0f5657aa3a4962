/** What a rule of the catalogue is: everything that is said about one kind of trouble. */

/**
 * `error`: the result cannot be trusted, and nothing is published. `warning`: whatever pandoc would build through.
 * `info`: style, or something worth knowing.
 */
export type Severity = 'error' | 'warning' | 'info';

export interface Rule {
  readonly severity: Severity;
  /** What some of its findings are instead. */
  readonly also?: readonly Severity[];
  /** What is wrong, in half a sentence without a capital: Markdown's code marks may stand in it, and nothing else. */
  readonly summary: string;
}
