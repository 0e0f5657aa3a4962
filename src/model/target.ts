/** Where a reference leads: found once, in `resolve`; reported by `check` and written by `render`. */
import type { Reference } from './attributes.ts';
import { applyEdits } from './edit.ts';
import type { SourceFile, Span } from './source.ts';

export type Target =
  /** A lecture or page of the course; `id` null: its beginning. Whether the id exists is checked afterwards. */
  | { readonly to: 'lecture'; readonly address: string; readonly id: string | null }
  /** The course's home page. */
  | { readonly to: 'home' }
  /** A file of the course. `fragment`: what follows the path, as written, with its `?` or `#`; empty where nothing does. */
  | { readonly to: 'asset'; readonly file: string; readonly output: string; readonly fragment: string }
  | { readonly to: 'remote'; readonly url: string; readonly host: string }
  /** A lecture that is not published: the link becomes text. */
  | { readonly to: 'absent'; readonly address: string; readonly title: string }
  /** Nothing is there. `nearest`: the path or name that was probably meant, as one would write it. */
  | { readonly to: 'nowhere'; readonly why: 'missing' | 'case' | 'outside'; readonly nearest: string | null }
  /** Written as it is: `mailto:`, `tel:`, `data:` images. */
  | { readonly to: 'as-written' }
  /** Never written: `javascript:` and the like. */
  | { readonly to: 'refused' };

/** By the identity of the reference. */
export type Targets = ReadonlyMap<Reference, Target>;

/** A reference with its target. */
export interface Resolved {
  readonly reference: Reference;
  readonly target: Target;
}

/** Those that lead to a file of the course, to another host, or nowhere. */
export function usesOf(targets: Targets): readonly Resolved[] {
  return [...targets].flatMap(([reference, target]) => (USES.has(target.to) ? [{ reference, target }] : []));
}

/** The text without the addresses of files of the course that are in it. */
export function withoutAssets({ path, text }: SourceFile, targets: Targets): string {
  const assets = [...targets].filter(([{ span }, target]) => target.to === 'asset' && span.path === path);
  return applyEdits(
    text,
    assets.map(([{ span }]) => ({ span, text: ' ' })),
  );
}

const USES: ReadonlySet<Target['to']> = new Set(['asset', 'remote', 'nowhere']);

/** A link that leaves its lecture for a place in another, to be checked when all are known. */
export interface LinkOut {
  readonly address: string;
  readonly id: string | null;
  readonly span: Span;
}

/** A file of the course that pages show. */
export interface AssetUse {
  /** Its path in the course. */
  readonly file: string;
  /** Its path in the site: `assets/figure.svg`. */
  readonly output: string;
}
