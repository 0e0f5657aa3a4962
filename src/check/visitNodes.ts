/** A lecture → every block and inline that stands on its slides, notes and footnotes among them. */
import type { Block, Inline } from '../model/blocks.ts';
import { type Lecture, type Slide, slidesOf } from '../model/lecture.ts';
import { attributesOf, inlinesOf, walkBlocks, walkInlines } from '../model/walk.ts';

type Node = Block | Inline;
type NodeOf<Kind extends Node['kind']> = Extract<Node, { readonly kind: Kind }>;

/** The heading of a slide, where it has one, and what is under it. */
export function blocksOn(slide: Slide): readonly Block[] {
  return slide.heading === null ? slide.body : [slide.heading, ...slide.body];
}

/** Every block of a kind, parents before children, in reading order. */
export function blocksOfKind<Kind extends Block['kind']>(lecture: Lecture, kind: Kind): readonly NodeOf<Kind>[] {
  return (listed(lecture).blocks.get(kind) ?? []) as readonly NodeOf<Kind>[];
}

/** Every block and inline of some kinds, parents before children, in reading order; of a figure, which shares all with its image, only that image. */
export function nodesOfKind<Kind extends Node['kind']>(lecture: Lecture, ...kinds: readonly Kind[]): readonly NodeOf<Kind>[] {
  const { all, nodes } = listed(lecture);
  const there = kinds.flatMap((kind) => [nodes.get(kind) ?? []]).filter((alike) => alike.length > 0);
  const found = there.length > 1 ? all.filter(({ kind }) => (kinds as readonly string[]).includes(kind)) : (there[0] ?? []);
  return found as readonly NodeOf<Kind>[];
}

/** As `nodesOfKind`: raw tags, and those that have an identifier or a value for some key. */
export function markedNodes(lecture: Lecture): readonly Node[] {
  return listed(lecture).marked;
}

interface Listed {
  readonly all: readonly Node[];
  readonly marked: readonly Node[];
  readonly nodes: ReadonlyMap<Node['kind'], readonly Node[]>;
  readonly blocks: ReadonlyMap<Node['kind'], readonly Node[]>;
}

/** A lecture's tree is walked once for all rules. */
const LISTED = new WeakMap<Lecture, Listed>();

function listed(lecture: Lecture): Listed {
  const known = LISTED.get(lecture) ?? list(lecture);
  LISTED.set(lecture, known);
  return known;
}

function list(lecture: Lecture): Listed {
  const all: Node[] = [];
  const marked: Node[] = [];
  const nodes = new Map<Node['kind'], Node[]>();
  const blocks = new Map<Node['kind'], Node[]>();
  const addNode = (node: Node): void => {
    all.push(node);
    if (isMarked(node)) marked.push(node);
    addTo(nodes, node);
  };
  const addInline = (inline: Inline): void => {
    addNode(inline);
    if (inline.kind === 'footnote') addBlocks(inline.blocks);
  };
  const addBlocks = (list: readonly Block[]): void =>
    walkBlocks(list, (block) => {
      addTo(blocks, block);
      if (block.kind !== 'figure') addNode(block);
      walkInlines(inlinesOf(block), addInline);
    });
  for (const slide of slidesOf(lecture)) addBlocks(blocksOn(slide));
  return { all, marked, nodes, blocks };
}

function isMarked(node: Node): boolean {
  if (node.kind === 'html-tag' || node.kind === 'html-verbatim') return true;
  const attributes = attributesOf(node);
  return attributes !== null && (attributes.id !== null || attributes.pairs.length > 0);
}

function addTo(lists: Map<Node['kind'], Node[]>, node: Node): void {
  const alike = lists.get(node.kind);
  if (alike === undefined) lists.set(node.kind, [node]);
  else alike.push(node);
}
