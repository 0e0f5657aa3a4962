/** The course's accent → every colour of its pages, light and dark: the hue is the course's, the lightness is ours. */
import { type Oklch, parseColour, toHex } from './oklch.ts';

/** Lightness and greatest chroma, light and dark; the last is how far the hue turns. Fixed per role, so that contrast holds for any accent. */
const ROLES: readonly (readonly [string, number, number, number, number, number?])[] = [
  ['paper', 0.984, 0.004, 0.185, 0.01],
  ['paper-2', 0.962, 0.007, 0.225, 0.013],
  ['paper-3', 0.928, 0.012, 0.275, 0.017],
  ['rule', 0.87, 0.012, 0.37, 0.018],
  ['edge', 0.6, 0.02, 0.6, 0.02],
  ['ink', 0.23, 0.018, 0.945, 0.006],
  ['ink-2', 0.42, 0.02, 0.8, 0.012],
  ['ink-3', 0.5, 0.02, 0.71, 0.014],
  ['accent', 0.465, 0.13, 0.8, 0.12],
  ['on-accent', 0.985, 0.006, 0.2, 0.03],
  ['soft', 0.938, 0.022, 0.3, 0.045],
  ['deep', 0.29, 0.06, 0.255, 0.05],
  ['on-deep', 0.97, 0.01, 0.97, 0.01],
  ['on-deep-2', 0.83, 0.04, 0.8, 0.04],
  ['ribbon', 0.465, 0.13, 0.8, 0.12],
  ['ribbon-deep', 0.78, 0.12, 0.8, 0.12],
  ['code-key', 0.465, 0.13, 0.8, 0.12],
  ['code-note', 0.5, 0.02, 0.71, 0.014],
  ['code-text', 0.44, 0.11, 0.8, 0.095, 130],
  ['code-number', 0.45, 0.095, 0.8, 0.085, 210],
  ['second', 0.46, 0.115, 0.8, 0.105, 195],
  ['third', 0.45, 0.13, 0.8, 0.105, 85],
];

/** Of a course that names none: petrol. */
export const DEFAULT_ACCENT = '#0b6f7c';

/** By role: `#rrggbb`. */
export type Shades = ReadonlyMap<string, string>;

export interface CourseShades {
  readonly light: Shades;
  readonly dark: Shades;
}

/** Null for what is no colour that can be worked out. */
export function courseShades(accent: string): CourseShades | null {
  const colour = parseColour(accent);
  return colour === null ? null : { light: shades(colour, 'light'), dark: shades(colour, 'dark') };
}

function shades(accent: Oklch, scheme: 'light' | 'dark'): Shades {
  return new Map(
    ROLES.map(([name, light, lightChroma, dark, darkChroma, turn]) => {
      const lightness = scheme === 'light' ? light : dark;
      const most = scheme === 'light' ? lightChroma : darkChroma;
      // Where the hue turns away, the chroma is ours as well: a grey accent still has two more series.
      const chroma = turn === undefined ? Math.min(accent.chroma, most) : most;
      return [name, toHex({ lightness, chroma, hue: accent.hue + (turn ?? 0) })] as const;
    }),
  );
}
