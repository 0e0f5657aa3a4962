/**
 * Lists that appear item by item: by the lecture's default, by the class of a div around them, and inverted by a quote
 * around a single list. Never inside notes.
 *
 *     > - one
 *     > - two
 *     ^ the quote goes, and the list inverts
 */
import type { Block, Division } from '../../model/blocks.ts';
import { mapChildBlocks } from '../../model/walk.ts';

/** The blocks with `incremental` settled on each list. */
export function applyIncremental(blocks: readonly Block[], incremental: boolean): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    switch (block.kind) {
      case 'bullet-list':
      case 'ordered-list':
      case 'definition-list':
        return [mapChildBlocks({ ...block, incremental }, (children) => applyIncremental(children, incremental))];
      case 'quote': {
        const [only] = block.children;
        const lone = block.children.length === 1 && (only?.kind === 'bullet-list' || only?.kind === 'ordered-list');
        return lone
          ? applyIncremental(block.children, !incremental)
          : [{ ...block, children: applyIncremental(block.children, incremental) }];
      }
      case 'division':
        return applyInDivision(block, incremental);
      case 'notes':
        return [{ ...block, children: applyIncremental(block.children, false) }];
      default:
        return [block];
    }
  });
}

/** A div that only switches, and has no attribute beside, is taken away. */
function applyInDivision(division: Division, incremental: boolean): readonly Block[] {
  const { classes, id, pairs } = division.attributes;
  const rest = classes.filter((name) => name !== 'incremental' && name !== 'nonincremental');
  const within = classes.includes('incremental') ? true : classes.includes('nonincremental') ? false : incremental;
  const children = applyIncremental(division.children, within);
  if (rest.length === classes.length) return [{ ...division, children }];
  if (rest.length === 0 && id === null && pairs.length === 0) return children;
  return [{ ...division, children, attributes: { ...division.attributes, classes: rest } }];
}
