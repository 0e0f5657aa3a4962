/**
 * Lists that appear item by item: by the lecture's default, by the class of a div around them, and inverted by a quote
 * around a single list. Never inside notes.
 *
 *     > - one
 *     > - two
 *     ^ the quote goes, and the list inverts
 */
import type { Block, Division } from '../../model/blocks.ts';
import { mapChanged, mapChildBlocks } from '../../model/walk.ts';

/** The blocks with `incremental` settled on each list. */
export function applyIncremental(blocks: readonly Block[], incremental: boolean): readonly Block[] {
  return mapChangedFlat(blocks, (block) => {
    switch (block.kind) {
      case 'bullet-list':
      case 'ordered-list':
      case 'definition-list': {
        const settled = block.incremental === incremental ? block : { ...block, incremental };
        return mapChildBlocks(settled, (children) => applyIncremental(children, incremental));
      }
      case 'quote': {
        const [only] = block.children;
        const lone = block.children.length === 1 && (only?.kind === 'bullet-list' || only?.kind === 'ordered-list');
        return lone
          ? applyIncremental(block.children, !incremental)
          : mapChildBlocks(block, (children) => applyIncremental(children, incremental));
      }
      case 'division':
        return applyInDivision(block, incremental);
      case 'notes':
        return mapChildBlocks(block, (children) => applyIncremental(children, false));
      default:
        return block;
    }
  });
}

/** What `change` makes of each block, one or several; the same list where it gives every one of them back. */
function mapChangedFlat(blocks: readonly Block[], change: (block: Block) => Block | readonly Block[]): readonly Block[] {
  const made = mapChanged<Block | readonly Block[]>(blocks, (block) => change(block as Block));
  return made === blocks ? blocks : made.flat();
}

/** A div that only switches, and has no attribute beside, is taken away. */
function applyInDivision(division: Division, incremental: boolean): Block | readonly Block[] {
  const { classes, id, pairs } = division.attributes;
  const rest = classes.filter((name) => name !== 'incremental' && name !== 'nonincremental');
  const within = classes.includes('incremental') ? true : classes.includes('nonincremental') ? false : incremental;
  const children = applyIncremental(division.children, within);
  if (rest.length === classes.length) return children === division.children ? division : { ...division, children };
  if (rest.length === 0 && id === null && pairs.length === 0) return children;
  return { ...division, children, attributes: { ...division.attributes, classes: rest } };
}
