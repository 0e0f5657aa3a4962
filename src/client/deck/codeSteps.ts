/** A step of code that is longer than its box → the lines that it is about, in view. Without it one scrolls by hand. */

import type { RevealApi } from 'reveal.js';

/** Scrolls code on the slide that is shown, now and at each step. */
export function followCode(reveal: RevealApi): void {
  const scroll = (): void => scrollCode(reveal.getCurrentSlide());
  for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden'] as const) reveal.on(event, scroll);
  scroll();
}

/** To the lines that the look at the code that is shown emphasises. */
function scrollCode(slide: Element): void {
  for (const code of slide.querySelectorAll<HTMLElement>('code.numbered')) {
    if (code.scrollHeight <= code.clientHeight) continue;
    const look = [...code.querySelectorAll<HTMLElement>(':scope > .code-lines:is(.visible, :first-child)')].at(-1);
    const lines = [...(look?.querySelectorAll<HTMLElement>('.on') ?? [])];
    const [first, last] = [lines[0], lines.at(-1)];
    if (look === undefined || first === undefined || last === undefined) continue;
    const top = first.offsetTop - look.offsetTop;
    const height = last.offsetTop + last.offsetHeight - first.offsetTop;
    // what is higher than the box begins at its top
    const above = Math.max(first.offsetHeight, (code.clientHeight - height) / 2);
    code.scrollTop = top - above;
  }
}
