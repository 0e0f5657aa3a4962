/** The course's accent → the shades that stand in its place where it could not be read, or that nobody can tell which colour it is. */
import { colourNames } from '../../model/namedColour.ts';
import { courseShades } from '../../model/courseShades.ts';
import { diagnose } from '../../model/diagnostic.ts';
import { nearest } from '../../model/nearest.ts';
import { type Oklch, parseColour } from '../../model/oklch.ts';
import type { CourseRule } from '../courseCheck.ts';

/** Two colours further apart than this, in OKLab, are seen as two. */
const NOTICEABLE = 0.1;

/** Rules: `accent-adjusted`, `unknown-accent`. */
export const checkAccent: CourseRule = ({ course }) => {
  const { accent, accentSpan } = course.syllabus.settings;
  if (accent === null) return [];
  const given = parseColour(accent);
  const shades = courseShades(accent);
  if (given === null || shades === null) {
    const near = /^[a-z]+$/i.test(accent) ? nearest(accent, colourNames()) : null;
    const hint = near === null ? 'Write it as “#rrggbb”.' : `Did you mean “${near}”?`;
    const message = `Which colour “${accent}” is cannot be told, so the pages keep ours.`;
    return [diagnose('unknown-accent', accentSpan, message, hint)];
  }
  const light = shades.light.get('accent') ?? '';
  const dark = shades.dark.get('accent') ?? '';
  if (distance(given, parseColour(light)) < NOTICEABLE) return [];
  const message = `Accent “${accent}” is used as “${light}” on light and “${dark}” on dark pages, where it can be read.`;
  return [diagnose('accent-adjusted', accentSpan, message)];
};

function distance(one: Oklch, other: Oklch | null): number {
  if (other === null) return 0;
  const [x, y] = plane(one);
  const [otherX, otherY] = plane(other);
  return Math.hypot(one.lightness - other.lightness, x - otherX, y - otherY);
}

function plane({ chroma, hue }: Oklch): readonly [number, number] {
  const angle = (hue * Math.PI) / 180;
  return [chroma * Math.cos(angle), chroma * Math.sin(angle)];
}
