/** A page in a browser → what axe finds wrong with it, in one line for each element. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * All rules but those that are withdrawn, and one: contrast of 7 to 1 is level AAA, and small print has 5 to 1. That rule has a
 * weaker twin, which is kept.
 */
const LEFT_OUT = ['color-contrast-enhanced'];

/** The rules that look at colours. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

interface Axe {
  readonly getRules: () => readonly { readonly ruleId: string; readonly tags: readonly string[] }[];
  readonly run: (context: unknown, options: unknown) => Promise<{ readonly violations: readonly Violation[] }>;
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/**
 * Looks at `within` (selectors of what is on the page), or at the whole page, rules for whole pages included; `only` by these
 * rules, or by all.
 */
export async function inspectPage(
  page: Page,
  within: readonly string[] = [],
  only: readonly string[] | null = null,
): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(
    async ({ within, only, leftOut }) => {
      const { axe } = window as unknown as { axe: Axe };
      const ids = axe.getRules().flatMap(({ ruleId, tags }) => (tags.includes('deprecated') ? [] : [ruleId]));
      const rules = Object.fromEntries(ids.map((id) => [id, { enabled: only?.includes(id) ?? !leftOut.includes(id) }]));
      const context = within.length === 0 ? document : { include: within.map((one) => [one]) };
      const { violations } = await axe.run(context, { rules, resultTypes: ['violations'], iframes: false });
      const short = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 240);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${short(html)} — ${short(failureSummary)}`),
      );
    },
    { within, only, leftOut: LEFT_OUT },
  );
}
