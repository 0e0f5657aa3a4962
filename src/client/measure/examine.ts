/** A page, or all slides of a deck laid out at once → what axe finds in what its author wrote. */
import { type DeckConfig, type Examined, MARK } from '../../model/wire.ts';
import { backgroundOf } from '../deck/paper.ts';
import { partOf } from './findOver.ts';
import { showAllSteps } from './steps.ts';
import { shownSlides, unfold } from './unfold.ts';

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
 * Contrast of 7 to 1 is level AAA. That an image has no alternative text and a heading skips a level is told without a browser,
 * and browsers let keys scroll what scrolls.
 */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'color-contrast-enhanced',
  'image-alt',
  'heading-order',
  'scrollable-region-focusable',
]);

/** `config`: of a deck; null for any other page. What is around the author's part of the page is ours, and is not looked at. */
export async function examine(scheme: 'light' | 'dark', config: DeckConfig | null): Promise<readonly Examined[]> {
  const root = document.documentElement;
  const before = root.dataset['scheme'];
  root.dataset['scheme'] = scheme;
  const fold = config === null ? null : layOut(config);
  const found = await runAxe(scheme);
  fold?.();
  if (before === undefined) delete root.dataset['scheme'];
  else root.dataset['scheme'] = before;
  return found;
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

/** All slides with all their steps, each on its own ground, which reveal.js puts behind the one that it shows. */
function layOut(config: DeckConfig): () => void {
  const fold = unfold(config);
  const slides = shownSlides();
  slides.forEach(showAllSteps);
  for (const slide of slides) {
    const { kind = '' } = slide.dataset;
    const own = backgroundOf(slide);
    if (own !== '') slide.style.setProperty('background', own);
    slide.style.setProperty('background-color', own === '' ? (GROUNDS[kind] ?? 'var(--paper)') : colourOf(slide));
    slide.classList.remove('has-dark-background', 'has-light-background');
    const brightness = brightnessOf(colourOf(slide));
    if (brightness !== null) slide.classList.add(brightness < 128 ? 'has-dark-background' : 'has-light-background');
  }
  return fold;
}

/** See deck-slide.css. */
const GROUNDS: Readonly<Record<string, string>> = { cover: 'var(--deep)', section: 'var(--soft)' };

function colourOf({ dataset }: HTMLElement): string {
  const { backgroundColor = '', background = '' } = dataset;
  return backgroundColor || (CSS.supports('color', background) ? background : '') || 'var(--paper)';
}

/** As reveal.js reckons it, from 0 to 255; null where the slide has no colour of its own. */
function brightnessOf(colour: string): number | null {
  if (colour.startsWith('var(')) return null;
  const probe = document.createElement('i');
  probe.style.color = colour;
  document.body.append(probe);
  const [red, green, blue, alpha = 1] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(Number);
  probe.remove();
  if (red === undefined || green === undefined || blue === undefined || alpha === 0) return null;
  return (red * 299 + green * 587 + blue * 114) / 1000;
}
