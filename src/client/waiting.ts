/** Boxes of what comes from other hosts: a click swaps the thing itself in. */

/** `changed` is called when the background of a slide was asked for. */
export function watchWaiting(changed: () => void = () => undefined): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element | null)?.closest('.lectern-remote button');
    const box = button?.closest<HTMLElement>('.lectern-remote');
    if (box == null) return;
    if (box.dataset.lecternKind === 'background') showBackground(box, changed);
    else showElement(box);
  });
}

function showElement(box: HTMLElement): void {
  const element = box.nextElementSibling as HTMLElement | null;
  box.remove();
  if (element === null) return;
  element.hidden = false;
  for (const one of [element, ...element.querySelectorAll<HTMLElement>('[data-lectern-src]')]) {
    const address = one.dataset.lecternSrc;
    if (address !== undefined) one.setAttribute('src', address);
    delete one.dataset.lecternSrc;
  }
  if (element instanceof HTMLMediaElement) {
    element.load();
    // Where the browser refuses, its own button plays it.
    element.play().catch(() => undefined);
  }
  element.tabIndex = element.tabIndex < 0 && !(element instanceof HTMLImageElement) ? 0 : element.tabIndex;
  element.focus();
}

function showBackground(box: HTMLElement, changed: () => void): void {
  const slide = box.closest<HTMLElement>('section');
  box.closest('p')?.remove();
  if (slide === null) return;
  for (const { name, value } of [...slide.attributes]) {
    if (!name.endsWith('-waiting')) continue;
    slide.setAttribute(name.slice(0, -'-waiting'.length), value);
    slide.removeAttribute(name);
  }
  changed();
}
