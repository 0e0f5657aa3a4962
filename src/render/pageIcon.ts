/** The course's accent → the icon of its pages, drawn for this project: a lectern on a ribbon. It stands in the page itself, which saves a request. */
import { courseShades, DEFAULT_ACCENT, type Shades } from '../model/courseShades.ts';
import { remembered } from '../model/remembered.ts';

/** The icon as an address that holds the whole of it, light and dark as the reader's browser is; safe in a quoted attribute. */
export function pageIcon(accent: string | null): string {
  return draw(accent ?? DEFAULT_ACCENT);
}

const draw = remembered((accent) => {
  const shades = courseShades(accent) ?? courseShades(DEFAULT_ACCENT);
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke-linecap="round" stroke-linejoin="round">' +
    `<style>${colours(shades?.light)}@media(prefers-color-scheme:dark){${colours(shades?.dark)}}</style>` +
    '<path class="r" d="M4 0h16v24l-8-6-8 6z"/><path class="l" stroke-width="1.75" ' +
    'd="M6.5 5.5h11l-1.6 3.7H8.1zM9.3 9.2l.6 5M14.7 9.2l-.6 5M12 5.5V4"/></svg>';
  return `data:image/svg+xml,${svg.replace(/[%#<>"{}]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)}`;
});

function colours(shades: Shades | undefined): string {
  return `.r{fill:${shades?.get('accent') ?? ''}}.l{stroke:${shades?.get('on-accent') ?? ''}}`;
}
