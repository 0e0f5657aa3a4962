/** What search knows of a lecture once its work is done: its words, and the files that hold its text. Public content only. */

export interface Searchable {
  /** The name of the files with its text, `<name>-<n>`, and how many slides are in each. */
  readonly pieces: readonly [name: string, ...slides: number[]];
  /** How many of its slides have text. */
  readonly slides: number;
  /** Each word that it has, folded, parted by spaces, in the order of their first places. */
  readonly words: string;
  /** For each word in that order: on how many slides it stands, then their numbers from 0, doubled, and one more where the title has it. */
  readonly on: Uint16Array | Uint32Array;
  /**
   * For each word in that order its places, as the files of places have them, parted by spaces: counted in words from 1 on each
   * slide, as steps, doubled, and one more for the last on its slide.
   */
  readonly places: string;
}
