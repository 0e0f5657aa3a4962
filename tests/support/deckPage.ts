/** A page that shows a deck → where it stands, as a reader sees it. */
import type { Frame, Page } from 'playwright-core';

export interface Standing {
  /** The number in the slide's markup. */
  readonly number: number;
  /** How many of its steps are shown. */
  readonly step: number;
  /** The number on the bar. */
  readonly label: string;
}

/** Opens a deck and waits until it stands. */
export async function openDeck(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForSelector('html[data-ready]');
}

export function standing(page: Page | Frame): Promise<Standing> {
  return page.evaluate(() => {
    const top = document.querySelector('.reveal .slides > section.present');
    const slide = top?.querySelector(':scope > section.present') ?? top;
    const steps = [...(slide?.querySelectorAll('.fragment.visible') ?? [])].map((one) => one.getAttribute('data-fragment-index'));
    const label = document.querySelector('#lectern-number')?.textContent ?? '';
    return { number: Number(slide?.getAttribute('data-number')), step: new Set(steps).size, label };
  });
}

/** `7`, and `7.2` where two steps of slide 7 are shown. */
export async function place(page: Page | Frame): Promise<string> {
  const { number, step } = await standing(page);
  return step === 0 ? String(number) : `${number}.${step}`;
}

/** Everything behind the `#` of the page's address. */
export function hashOf(page: Page): string {
  return new URL(page.url()).hash;
}
