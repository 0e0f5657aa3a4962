/** CSS that an author wrote in a lecture → the same with addresses that hold on the page, and nothing of other hosts. */
import { type StyleAddress, styleAddresses } from '../model/styleAddresses.ts';
import type { Target } from '../model/target.ts';
import { addressOfTarget } from './hrefOf.ts';
import type { Writing } from './writing.ts';

interface Place {
  readonly start: number;
  readonly end: number;
}

/** `placeOf` tells where in the source an address stands, as it was resolved. */
export function writeCss(css: string, placeOf: (address: StyleAddress) => Place, writing: Writing): string {
  let written = '';
  let from = 0;
  for (const address of styleAddresses(css)) {
    if (address.start < from) continue;
    const target = writing.styles.get(styleKey(placeOf(address), address.address)) ?? { to: 'refused' };
    const own = target.to === 'as-written' || target.to === 'asset';
    const cut = own || address.kind !== 'import' ? address : importRule(css, address);
    written += css.slice(from, cut.start) + (own ? writeOwn(css, address, target, writing) : NOTHING[address.kind]);
    from = cut.end;
  }
  return written + css.slice(from);
}

/** The name under which `writing.styles` has an address of the CSS at a place. */
export function styleKey({ start, end }: Place, address: string): string {
  return `${start}:${end}:${address}`;
}

/** What asks for nothing, and for which no policy complains. */
const NOTHING = { import: '', font: 'local("")', image: 'url("data:,")' } as const;

function writeOwn(css: string, address: StyleAddress, target: Target, writing: Writing): string {
  if (target.to === 'as-written') return css.slice(address.start, address.end);
  return `url("${addressOfTarget(target, address.address, writing) ?? ''}")`;
}

/** The whole `@import …;` around an address. */
function importRule(css: string, { start, end }: StyleAddress): Place {
  const at = css.lastIndexOf('@', start);
  const stop = css.indexOf(';', end);
  return { start: at < 0 ? start : at, end: stop < 0 ? css.length : stop + 1 };
}
