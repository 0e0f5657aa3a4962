/** A name, attributes and what is in it → an element. */

type Child = Element | string;

/** Attributes whose value is null are left out. */
export function made<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | null>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** A button whose name a screen reader says, with a key on it where there is one. */
export function button(classes: string, label: string, does: () => void, ...children: readonly Child[]): HTMLButtonElement {
  const element = made(
    'button',
    { type: 'button', class: classes, 'aria-label': children.length === 0 ? label : null },
    ...children,
  );
  element.addEventListener('click', (event) => {
    does();
    // After a mouse click the keys belong to the page again.
    if (event.detail > 0) element.blur();
  });
  return element;
}

/** Drawn like the icons of pages: 24 × 24, stroke 1.75, round. */
const PATHS = {
  mistake: 'M12 4 21 19.5H3ZM12 10v4.5M12 17v.1',
  previous: 'M19 12H5M11 6l-6 6 6 6',
  next: 'M5 12h14M13 6l6 6-6 6',
  close: 'M6 6l12 12M18 6 6 18',
  hint: 'M5 19l.8-4L16 4.8a1.7 1.7 0 0 1 2.4 0l.8.8a1.7 1.7 0 0 1 0 2.4L9 18.2 5 19ZM14 7l3 3',
  out: 'M13.5 4.5h6v6M19.5 4.5 11 13M9.5 5.5h-5v14h14v-5',
} as const;

export function drawn(name: keyof typeof PATHS): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const figure = document.createElementNS(space, 'svg');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', PATHS[name]);
  for (const [key, value] of [
    ['class', 'i'],
    ['viewBox', '0 0 24 24'],
    ['aria-hidden', 'true'],
  ] as const)
    figure.setAttribute(key, value);
  figure.append(path);
  return figure;
}
