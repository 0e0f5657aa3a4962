/** Style sheets → those of their rules that an element can have whose names are all among a few. Used when the client is built. */
import { type MediaQuery, type Selector, type SelectorComponent, transform } from 'lightningcss';

/** What elements, and those around them, are called. */
export interface Names {
  readonly types: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
  /** With the value that they have; null: any. */
  readonly attributes: ReadonlyMap<string, string | null>;
}

/**
 * The rules of `css` for such elements on a screen, in a page that is light whatever its reader chose: minified, in their order.
 * Whatever else of `css` is loaded after them, the elements look as all of it makes them look. Variables that no rule uses are left
 * out, and faces that `wanted` does not want: it is asked with the face as it is written.
 */
export function pickRules(css: string, names: Names, wanted: (face: string) => boolean): string {
  const picked = run(css, {
    Rule: {
      style: (rule) => (rule.value.selectors.some((selector) => canMatch(selector, names)) ? undefined : []),
      media: (rule) => (rule.value.query.mediaQueries.every(isElsewhere) ? [] : undefined),
      keyframes: () => [],
      page: () => [],
    },
  });
  return withoutUnused(picked.replace(/@font-face\{[^}]*\}/g, (face) => (wanted(face) ? face : '')));
}

function isElsewhere(query: MediaQuery): boolean {
  return query.mediaType === 'print' || /"prefers-color-scheme".*"dark"/.test(JSON.stringify(query.condition));
}

type Visitor = NonNullable<Parameters<typeof transform>[0]['visitor']>;

function run(css: string, visitor: Visitor): string {
  const { code } = transform({ filename: 'picked.css', code: new TextEncoder().encode(css), minify: true, visitor });
  return new TextDecoder().decode(code);
}

/** Variables that are named nowhere but where they get their value; those that only such variables name go too. */
function withoutUnused(css: string): string {
  const used = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  const less = run(css, { Declaration: { custom: ({ name }) => (name.startsWith('--') && !used.has(name) ? [] : undefined) } });
  return less.length === css.length ? css : withoutUnused(less);
}

function canMatch(selector: Selector, names: Names): boolean {
  return selector.every((part) => canBe(part, names));
}

function canBe(part: SelectorComponent, names: Names): boolean {
  if (part.type === 'type') return names.types.has(part.name);
  if (part.type === 'class') return names.classes.has(part.name);
  if (part.type === 'id') return names.ids.has(part.name);
  if (part.type === 'attribute') return hasAttribute(part, names);
  if (part.type === 'pseudo-element') return part.kind === 'before' || part.kind === 'after';
  if (part.type !== 'pseudo-class') return true;
  const { kind } = part;
  if (kind === 'is' || kind === 'where' || kind === 'has') return part.selectors.some((one) => canMatch(one, names));
  return !/^(?:hover|active|focus|focus-visible|focus-within|target|checked|disabled)$/.test(kind);
}

function hasAttribute({ name, operation }: Extract<SelectorComponent, { type: 'attribute' }>, { attributes }: Names): boolean {
  const value = attributes.get(name);
  return value !== undefined && (value === null || operation?.operator !== 'equal' || operation.value === value);
}
