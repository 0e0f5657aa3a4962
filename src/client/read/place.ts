/** Marks the reader's place in the outlines of a reading view. */
import { RENEWED_EVENT } from '../../model/wire.ts';

/** The line below the window's top edge, as a share of its height, at which a passage becomes the current one. */
const LINE = 0.3;

/** While the page is written, what is in it changes. */
export function watchPlace(): void {
  const state = { stop: followPlace() };
  document.addEventListener(RENEWED_EVENT, () => {
    state.stop();
    state.stop = followPlace();
  });
}

/** Gives the function that ends it. */
function followPlace(): () => void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.lectern-outline a')];
  const byId = new Map<string, HTMLAnchorElement[]>();
  for (const link of links) {
    const id = decodeURIComponent(link.hash.slice(1));
    byId.set(id, [...(byId.get(id) ?? []), link]);
  }
  const places = [...byId.keys()].flatMap((id) => document.getElementById(id) ?? []);
  if (places.length === 0 || !('IntersectionObserver' in window)) return () => undefined;
  const mark = (): void => {
    const line = innerHeight * LINE;
    const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
    const passed = places.filter((place) => atEnd || place.getBoundingClientRect().top <= line);
    const current = byId.get(passed.at(-1)?.id ?? '') ?? [];
    for (const link of links) {
      if (!current.includes(link)) link.removeAttribute('aria-current');
      else if (!link.hasAttribute('aria-current')) bringIntoView(link);
    }
  };
  // It looks again only as a place crosses the line, or the end is reached.
  const observer = new IntersectionObserver(mark, { rootMargin: `0px 0px -${100 - LINE * 100}%` });
  for (const place of places) observer.observe(place);
  const end = document.querySelector('.lectern-foot, .lectern-turn');
  const last = new IntersectionObserver(mark);
  if (end !== null) last.observe(end);
  addEventListener('scrollend', mark);
  return () => {
    observer.disconnect();
    last.disconnect();
    removeEventListener('scrollend', mark);
  };
}

/** The outline scrolls by itself; the page must not. */
function bringIntoView(link: HTMLAnchorElement): void {
  link.setAttribute('aria-current', 'location');
  const outline = link.closest<HTMLElement>('.lectern-outline');
  if (outline === null || outline.scrollHeight <= outline.clientHeight) return;
  const { top, bottom } = link.getBoundingClientRect();
  const frame = outline.getBoundingClientRect();
  if (top < frame.top || bottom > frame.bottom) outline.scrollTop += top - frame.top - frame.height / 3;
}
