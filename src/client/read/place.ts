/** Marks the reader's place in the outlines of a reading view. */

/** The line below the window's top edge, as a share of its height, at which a passage becomes the current one. */
const LINE = 0.3;

export function watchPlace(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.lectern-outline a')];
  const byId = new Map<string, HTMLAnchorElement[]>();
  for (const link of links) {
    const id = decodeURIComponent(link.hash.slice(1));
    byId.set(id, [...(byId.get(id) ?? []), link]);
  }
  const places = [...byId.keys()].flatMap((id) => document.getElementById(id) ?? []);
  if (places.length === 0 || !('IntersectionObserver' in window)) return;
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
  if (end !== null) new IntersectionObserver(mark).observe(end);
  addEventListener('scrollend', mark);
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
