/** The targets of a text → those of addresses in its CSS, by where they stand. */
import type { Target, Targets } from '../model/target.ts';
import { styleKey } from './writeCss.ts';

export function styleTargets(targets: Targets): ReadonlyMap<string, Target> {
  const found = new Map<string, Target>();
  for (const [reference, target] of targets) {
    if (reference.role === 'style') found.set(styleKey(reference.span, reference.address), target);
  }
  return found;
}
