/** A seed → numbers from 0 up to 1, the same in every run. */
export function randomFrom(seed: number): () => number;
