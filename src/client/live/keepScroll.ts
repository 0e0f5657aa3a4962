/** What stands at the top of the window before the page is changed → there again afterwards. */

/** How many of the elements in view are remembered: the first of them may be gone. */
const MOST = 12;

/** Gives the function that brings it back. */
export function keepScroll(): () => void {
  const root = document.documentElement;
  if (scrollY === 0) return () => undefined;
  const seen = elementsInView().map((element) => ({ element, top: element.getBoundingClientRect().top }));
  // browsers that keep the place themselves would do it twice
  root.style.overflowAnchor = 'none';
  return () => {
    const anchor = seen.find(({ element }) => element.isConnected && element.getClientRects().length > 0);
    if (anchor !== undefined) scrollBy({ top: anchor.element.getBoundingClientRect().top - anchor.top, behavior: 'instant' });
    requestAnimationFrame(() => requestAnimationFrame(() => root.style.removeProperty('overflow-anchor')));
  };
}

/** Blocks of text that begin in the window, from its top; where there is none, what covers it. */
function elementsInView(): readonly Element[] {
  const blocks = [...document.querySelectorAll('main :is(p, li, h1, h2, h3, h4, pre, table, figure, img, dt, dd, summary)')];
  const boxes = blocks.map((element) => ({ element, box: element.getBoundingClientRect() })).filter(({ box }) => box.height > 0);
  const inside = boxes.filter(({ box }) => box.top >= 0 && box.top < innerHeight);
  const across = boxes.filter(({ box }) => box.top < 0 && box.bottom > 0);
  return [...inside, ...across].slice(0, MOST).map(({ element }) => element);
}
