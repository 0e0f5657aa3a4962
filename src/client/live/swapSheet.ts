/** A style sheet whose address is another now → the new one, and only when it is there, the old one gone. */
import type { Origins } from './origins.ts';
import { patchAttributes } from './patch.ts';

/** `shown` is called when it is. */
export function swapSheet(
  live: HTMLLinkElement,
  sent: Element,
  now: Element,
  origins: Origins,
  shown: (() => void) | null,
): void {
  patchAttributes(live.cloneNode() as Element, sent, now);
  const fresh = document.importNode(now, true) as HTMLLinkElement;
  origins.delete(live);
  origins.set(fresh, sent);
  const settle = (): void => {
    live.remove();
    shown?.();
  };
  fresh.addEventListener('load', settle);
  fresh.addEventListener('error', settle);
  live.after(fresh);
}
