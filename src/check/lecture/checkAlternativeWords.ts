/** Alternative texts → those that tell someone who cannot see the image nothing. */
import type { Block, HtmlTag, Image, Inline } from '../../model/blocks.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Lecture } from '../../model/lecture.ts';
import type { Span } from '../../model/source.ts';
import { plainText } from '../../model/walk.ts';
import type { LectureRule } from '../lectureCheck.ts';
import { shorten } from '../shorten.ts';
import { nodesOfKind } from '../visitNodes.ts';

/** An image with what is said in its place. */
interface Described {
  readonly words: string;
  readonly address: string;
  /** What everyone reads under it; null where that is what is said, or nothing. */
  readonly caption: string | null;
  readonly span: Span;
}

const FILE_NAME = /^[^\n]{1,120}\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?|heic)$/i;
/** What cameras and screens name files. */
const MACHINE_NAME = /^(?:IMG|DSCN?|DSCF|PXL|MVIMG|P|WhatsApp Image|Screen ?shot|Bildschirmfoto|Schermafbeelding)[-_ ]?\d{3,}/i;
/** The word for an image, in the languages of courses. */
const IMAGE_WORD =
  /^(?:an? )?(?:image|img|picture|pic|photo|figure|fig|graphic|alt|alt[- ]?text|alternative text|bild|foto|abbildung|grafik|afbeelding|figuur|imagen|figura|immagine)[ .:]*\d*$/i;

/** Rules: `meaningless-alt` and `repeated-alt`. */
export const checkAlternativeWords: LectureRule = ({ lecture, source }) => {
  const images = nodesOfKind(lecture, 'image').filter((node) => node.source.role === 'image');
  const tags = /<img\b/i.test(source.text) ? imagesOfHtml(lecture, /<figcaption/i.test(source.text)) : [];
  return [...images.map(describe), ...tags].flatMap((image) => checkImage(image));
};

function describe(image: Image): Described {
  const { source, children, attributes, span } = image;
  const alt = attributes.pairs.find(({ key }) => key === 'alt') ?? null;
  const caption = plainText(children);
  const where = alt?.span ?? { ...span, end: children.at(-1)?.span.end ?? span.end };
  return {
    words: (alt?.value ?? caption).trim(),
    address: source.address,
    caption: alt === null ? null : caption,
    span: alt === null ? inside(children, where) : where,
  };
}

function inside(children: readonly Inline[], otherwise: Span): Span {
  const [first] = children;
  return first === undefined ? otherwise : { ...otherwise, start: first.span.start };
}

function imagesOfHtml(lecture: Lecture, hasCaptions: boolean): readonly Described[] {
  const nodes: readonly (Block | Inline)[] = hasCaptions
    ? nodesOfKind(lecture, 'html-tag', 'text')
    : nodesOfKind(lecture, 'html-tag');
  return nodes.flatMap((node, at): readonly Described[] => {
    if (node.kind !== 'html-tag' || node.name !== 'img') return [];
    const alt = node.attributes.find(({ name }) => name === 'alt');
    if (alt?.value == null) return [];
    const address = valueIn(node, 'src');
    return [{ words: alt.value.trim(), address, caption: hasCaptions ? captionAfter(nodes, at) : null, span: alt.span }];
  });
}

function valueIn(tag: HtmlTag, key: string): string {
  return tag.attributes.find(({ name }) => name === key)?.value ?? '';
}

/** The text of the `<figcaption>` that follows an image in its `<figure>`; null where none does. */
function captionAfter(nodes: readonly (Block | Inline)[], image: number): string | null {
  let caption: string | null = null;
  for (const node of nodes.slice(image + 1)) {
    if (node.kind === 'text') caption = caption === null ? null : caption + node.text;
    if (node.kind !== 'html-tag') continue;
    if (node.name === 'img' || node.name === 'figure') return null;
    if (node.name === 'figcaption' && node.form === 'close') return caption;
    if (node.name === 'figcaption') caption = '';
  }
  return null;
}

function checkImage({ words, address, caption, span }: Described): readonly Diagnostic[] {
  if (words === '') return [];
  if (isFileName(words, address)) {
    const message = `The alternative text “${shorten(words)}” is the name of a file.`;
    return [diagnose('meaningless-alt', span, message, 'Say what the image shows.')];
  }
  if (IMAGE_WORD.test(words)) {
    const message = `The alternative text “${shorten(words)}” does not say what the image shows.`;
    return [
      diagnose('meaningless-alt', span, message, 'Say it in a few words, or leave it empty where the image only decorates.'),
    ];
  }
  if (caption === null || folded(caption) !== folded(words)) return [];
  const hint = 'Say what the caption does not, or remove it: the caption is read out in any case.';
  return [diagnose('repeated-alt', span, `The alternative text “${shorten(words)}” says the caption again.`, hint)];
}

/** A word with a dash or a number in it may be a caption, unless the file is called so to the letter. */
function isFileName(words: string, address: string): boolean {
  if (FILE_NAME.test(words) || MACHINE_NAME.test(words)) return true;
  const stem = decoded(address)
    .replace(/^.*\//, '')
    .replace(/\.[^.]*$/, '');
  return words === stem && /[-_]/.test(stem) && !/\s/.test(stem) && !/^\p{L}+-\p{L}+$/u.test(stem);
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/\.$/, '').toLowerCase();
}
