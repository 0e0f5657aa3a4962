/** CSS colours ↔ OKLCH (Björn Ottosson, 2020): lightness 0 to 1, chroma 0 to about .4, hue in degrees. */
import { namedColour } from './namedColour.ts';

export interface Oklch {
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
}

type Triple = readonly [number, number, number];

/** The colour of a name, a `#` notation, `rgb(…)`, `hsl(…)` or `oklch(…)`, without transparency; null for all else. */
export function parseColour(css: string): Oklch | null {
  const text = css.trim().toLowerCase();
  const hex = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.exec(text)?.[1] ?? namedColour(text);
  if (hex !== null) return fromRgb(hexTriple(hex));
  const [, name, inner = ''] = /^(rgba?|hsla?|oklch)\(([^()]*)\)$/.exec(text) ?? [];
  const [a, b, c] = inner.split(/[\s,/]+/).filter((part) => part !== '');
  if (name === undefined || a === undefined || b === undefined || c === undefined) return null;
  const numbers: Triple = [Number.parseFloat(a), Number.parseFloat(b), Number.parseFloat(c)];
  if (numbers.some(Number.isNaN)) return null;
  if (name === 'oklch') return { lightness: share(a, 1), chroma: share(b, 0.4), hue: numbers[2] };
  if (name.startsWith('hsl')) return fromRgb(hslTriple(numbers));
  return fromRgb([share(a, 255) / 255, share(b, 255) / 255, share(c, 255) / 255]);
}

/** The colour as `#rrggbb`; where the screen cannot show it, with the most chroma that it can. */
export function toHex({ lightness, chroma, hue }: Oklch): string {
  let low = 0;
  let high = chroma;
  if (inGamut(toLinear({ lightness, chroma, hue }))) low = chroma;
  else
    for (let round = 0; round < 20; round++) {
      const middle = (low + high) / 2;
      if (inGamut(toLinear({ lightness, chroma: middle, hue }))) low = middle;
      else high = middle;
    }
  const digits = toLinear({ lightness, chroma: low, hue }).map((part) => {
    const value = Math.min(1, Math.max(0, part));
    const encoded = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${digits.join('')}`;
}

function share(text: string, whole: number): number {
  return text.endsWith('%') ? (Number.parseFloat(text) / 100) * whole : Number.parseFloat(text);
}

function hexTriple(hex: string): Triple {
  const long = hex.length < 6 ? [...hex].map((digit) => digit + digit).join('') : hex;
  const part = (at: number) => Number.parseInt(long.slice(at, at + 2), 16) / 255;
  return [part(0), part(2), part(4)];
}

function hslTriple([hue, saturation, lightness]: Triple): Triple {
  const amount = (saturation / 100) * Math.min(lightness / 100, 1 - lightness / 100);
  const part = (n: number) => {
    const k = (n + hue / 30) % 12;
    return lightness / 100 - amount * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return [part(0), part(8), part(4)];
}

function fromRgb(rgb: Triple): Oklch {
  const [r, g, b] = rgb.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as unknown as Triple;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const x = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const y = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const hue = (Math.atan2(y, x) * 180) / Math.PI;
  return { lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, chroma: Math.hypot(x, y), hue: (hue + 360) % 360 };
}

function toLinear({ lightness, chroma, hue }: Oklch): Triple {
  const x = chroma * Math.cos((hue * Math.PI) / 180);
  const y = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * x + 0.2158037573 * y) ** 3;
  const m = (lightness - 0.1055613458 * x - 0.0638541728 * y) ** 3;
  const s = (lightness - 0.0894841775 * x - 1.291485548 * y) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function inGamut(rgb: Triple): boolean {
  return rgb.every((part) => part >= -0.0001 && part <= 1.0001);
}
