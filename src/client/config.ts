/** The settings that stand in the page. */
import { CONFIG_ID } from '../model/wire.ts';

/** Throws where the page has none: then it is not a page of ours. */
export function readConfig<T>(): T {
  const text = document.getElementById(CONFIG_ID)?.textContent;
  if (text == null) throw new Error(`This page has no #${CONFIG_ID}.`);
  return JSON.parse(text) as T;
}

/** An element of the page's own furniture; null where this page has none. */
export function furniture<T extends HTMLElement = HTMLElement>(name: string): T | null {
  return document.getElementById(`lectern-${name}`) as T | null;
}
