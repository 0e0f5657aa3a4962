/** What a page may load → its content security policy. */
import { createHash } from 'node:crypto';
import { byCodePoint } from '../model/order.ts';
import type { Origins } from './writing.ts';

export interface PolicyOptions {
  /** Origins that the author's own images, media and frames name. */
  readonly origins: Origins | null;
  /** `inline`: style attributes and elements are allowed. A hash (`sha256-…`): one inline style sheet. `strict`: neither. */
  readonly styles: 'strict' | 'inline' | `sha256-${string}`;
  /** Inline scripts (`sha256-…`) beside the site's own. */
  readonly scripts?: readonly `sha256-${string}`[];
  /** Pages of the course in frames. */
  readonly frames: boolean;
  /** The development server's own connection. */
  readonly dev: boolean;
}

/** How a policy names an inline style sheet or script. */
export function hashOf(text: string): `sha256-${string}` {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

export function policy({ origins, styles, scripts = [], frames, dev }: PolicyOptions): string {
  const style = styles === 'strict' ? '' : styles === 'inline' ? " 'unsafe-inline'" : ` '${styles}'`;
  const named = (set: ReadonlySet<string> | undefined) => [...(set ?? [])].sort(byCodePoint);
  const frameSources = [...new Set([...(frames ? ["'self'"] : []), ...named(origins?.frame)])];
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scripts.map((hash) => `'${hash}'`)].join(' '),
    `style-src 'self'${style}`,
    ["img-src 'self' data:", ...named(origins?.image)].join(' '),
    ["media-src 'self'", ...named(origins?.media)].join(' '),
    ...(frameSources.length === 0 ? [] : [`frame-src ${frameSources.join(' ')}`]),
    "font-src 'self'",
    ...(dev ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
