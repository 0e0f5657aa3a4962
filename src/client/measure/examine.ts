/** A page, or all slides of a deck laid out at once → what axe finds in what its author wrote. */
import { type DeckConfig, type Examined, MARK } from '../../model/wire.ts';
import { partOf } from './findOver.ts';
import { inScheme } from './inScheme.ts';
import { layOnGrounds } from './layOnGrounds.ts';

interface Axe {
  readonly getRules: () => readonly { readonly ruleId: string; readonly tags: readonly string[] }[];
  readonly run: (context: unknown, options: unknown) => Promise<{ readonly violations: readonly Violation[] }>;
}

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly element: Element; readonly any: readonly { readonly data: unknown }[] }[];
}

/** The rules that look at colours. */
const COLOURS: ReadonlySet<string> = new Set(['color-contrast', 'link-in-text-block']);
/**
 * Contrast of 7 to 1 is level AAA. That an image has no alternative text and a heading skips a level is told without a browser.
 * Boxes that scroll and landmarks are ours.
 */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'color-contrast-enhanced',
  'image-alt',
  'heading-order',
  'scrollable-region-focusable',
  'focus-order-semantics',
  'landmark-unique',
]);

/** `config`: of a deck; null for any other page. What is around the author's part of the page is ours, and is not looked at. */
export async function examine(scheme: 'light' | 'dark', config: DeckConfig | null): Promise<readonly Examined[]> {
  return inScheme(scheme, async () => {
    const fold = config === null ? null : layOnGrounds(config);
    const found = await runAxe(scheme);
    fold?.();
    return found;
  });
}

async function runAxe(scheme: 'light' | 'dark'): Promise<readonly Examined[]> {
  const { axe } = globalThis as unknown as { readonly axe: Axe };
  const parts = [...document.querySelectorAll(`[${MARK}]`)].filter((one) => one.parentElement?.closest(`[${MARK}]`) == null);
  if (parts.length === 0) return [];
  const ids = axe.getRules().flatMap(({ ruleId, tags }) => (tags.includes('deprecated') ? [] : [ruleId]));
  const wanted = (id: string): boolean => (scheme === 'dark' ? COLOURS.has(id) : !LEFT_OUT.has(id));
  const rules = Object.fromEntries(ids.map((id) => [id, { enabled: wanted(id) }]));
  const output = { resultTypes: ['violations'], elementRef: true, selectors: false };
  const { violations } = await axe.run({ include: parts }, { rules, ...output, iframes: false, preload: false });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ element, ...checks }) => ({
      ...partOf(element),
      rule: id,
      help,
      number: numberOf(element),
      contrast: contrastOf(checks['any'][0]?.data),
    })),
  );
}

function numberOf(element: Element): number | null {
  const number = element.closest<HTMLElement>('section[data-number]')?.dataset['number'];
  return number === undefined ? null : Number(number);
}

function contrastOf(data: unknown): Examined['contrast'] {
  const { contrastRatio, expectedContrastRatio } = (data ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof contrastRatio !== 'number') return null;
  return { is: contrastRatio, needs: Number.parseFloat(String(expectedContrastRatio)) };
}
