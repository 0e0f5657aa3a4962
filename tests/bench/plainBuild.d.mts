import type { BuildOptions } from '../../src/model/client.ts';

/** A plain build on 2026-11-20. */
export const PLAIN_BUILD: BuildOptions;
