/** A speaker view in a window → what the speaker sees and does there. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { place } from './deckPage.ts';

export interface SpeakerView {
  readonly page: Page;
  /** Title, number and steps of the slide, its notes, and the stops that both frames show. */
  readonly sees: () => Promise<Sees>;
}

export interface Sees {
  readonly title: string;
  readonly place: string;
  readonly step: string;
  readonly notes: string;
  readonly now: string;
  readonly next: string;
  readonly end: string;
}

export function speakerView(page: Page): SpeakerView {
  const text = async (name: string): Promise<string> => (await page.locator(`#lectern-${name}`).innerText()).trim();
  const frame = async (name: string): Promise<string> => {
    const content = await (await page.waitForSelector(`#lectern-${name}`)).contentFrame();
    return content === null ? '' : place(content);
  };
  const sees = async (): Promise<Sees> => ({
    title: await text('title'),
    place: await text('place'),
    step: await text('step'),
    notes: await text('said'),
    now: await frame('current'),
    next: await frame('upcoming'),
    end: await text('end'),
  });
  return { page, sees };
}

/** Waits until the speaker view shows all this. */
export async function expectSeen(view: SpeakerView, expected: Partial<Sees>): Promise<void> {
  await expect.poll(() => view.sees()).toMatchObject(expected);
}

/** Does something in a deck that opens the speaker view in a window of its own, and gives that. */
export async function openSpeaker(deck: Page, act: () => Promise<void>): Promise<SpeakerView> {
  const [page] = await Promise.all([deck.waitForEvent('popup'), act()]);
  return speakerView(page);
}
