/** A part of the tree → the same with its citations changed; what holds none stays the object that it was. */
import type { Citation } from '../model/blocks.ts';
import { mapChanged } from '../model/walk.ts';

/** These hold no blocks and no inlines. */
const LEAVES: ReadonlySet<string> = new Set(['span', 'attributes', 'target', 'source', 'idSpan']);

/** A function that changes one part after another; what stands in two of them is changed once. */
export function createMapping(change: (citation: Citation) => Citation): <Part>(part: Part) => Part {
  const made = new Map<object, unknown>();
  const map = <Part>(part: Part): Part => {
    if (typeof part !== 'object' || part === null) return part;
    const known = made.get(part);
    if (known !== undefined) return known as Part;
    const mapped = Array.isArray(part) ? mapChanged(part, map) : isCitation(part) ? change(part) : mapFields(part, map);
    made.set(part, mapped);
    return mapped as Part;
  };
  return map;
}

function mapFields<Part extends object>(part: Part, map: <One>(one: One) => One): Part {
  const changed = Object.entries(part).flatMap(([name, value]) => {
    const mapped = LEAVES.has(name) ? value : map(value);
    return mapped === value ? [] : [[name, mapped] as const];
  });
  return changed.length === 0 ? part : { ...part, ...Object.fromEntries(changed) };
}

function isCitation(part: object): part is Citation {
  return 'kind' in part && part.kind === 'citation';
}
