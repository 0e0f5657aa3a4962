/** Links → those whose text does not say where they lead. */
import type { Block, HtmlTag, Inline } from '../../model/blocks.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Lecture } from '../../model/lecture.ts';
import type { Span } from '../../model/source.ts';
import { plainText, walkInlines } from '../../model/walk.ts';
import type { LectureRule } from '../lectureCheck.ts';
import { shorten } from '../shorten.ts';
import { nodesOfKind } from '../visitNodes.ts';

/** In English, German, Dutch, French, Spanish and Italian. */
const EMPTY_WORDS = new Set(
  (
    'here,click here,click,see here,over here,this,this link,link,the link,this page,more,read more,learn more,go,' +
    'hier,klick hier,hier klicken,klicken sie hier,siehe hier,dieser link,mehr,weiterlesen,' +
    'klik hier,deze link,meer,lees meer,lees verder,' +
    'ici,cliquez ici,ce lien,lien,en savoir plus,lire la suite,aquí,haz clic aquí,este enlace,enlace,qui,clicca qui,questo link'
  ).split(','),
);
const HINT = 'Link the words that name what is there: a screen reader lists links without the text around them.';

/** Rule: `vague-link`. An address as its own text says where it leads. */
export const checkLinkText: LectureRule = ({ lecture, source }) => {
  const links = nodesOfKind(lecture, 'link').flatMap((link): readonly Diagnostic[] => {
    if (link.attributes.pairs.some(({ key }) => key === 'aria-label' || key === 'title')) return [];
    return link.target.address === '' || !isWords(link.children) ? [] : checkWords(plainText(link.children), link.span);
  });
  return /<a\s/i.test(source.text) ? [...links, ...linksOfHtml(lecture)] : links;
};

/** Whether a link is nothing but text: not around an image, an icon or a formula. */
function isWords(inlines: readonly Inline[]): boolean {
  let words = true;
  walkInlines(inlines, ({ kind }) => {
    if (kind === 'image' || kind === 'html-tag' || kind === 'html-verbatim' || kind === 'formula') words = false;
  });
  return words;
}

function linksOfHtml(lecture: Lecture): readonly Diagnostic[] {
  const nodes: readonly (Block | Inline)[] = nodesOfKind(lecture, 'html-tag', 'text', 'image', 'soft-break', 'formula');
  return nodes.flatMap((node, at): readonly Diagnostic[] => {
    if (!isLabelledByText(node)) return [];
    const end = nodes.findIndex((other, place) => place > at && other.kind === 'html-tag' && other.name === 'a');
    const inside = nodes.slice(at + 1, end < 0 ? at + 1 : end);
    const isText = inside.length > 0 && inside.every(({ kind }) => kind === 'text' || kind === 'soft-break');
    return isText ? checkWords(inside.map((one) => (one.kind === 'text' ? one.text : ' ')).join(''), node.span) : [];
  });
}

function isLabelledByText(node: Block | Inline): node is HtmlTag {
  if (node.kind !== 'html-tag' || node.name !== 'a' || node.form !== 'open') return false;
  const names = node.attributes.map(({ name }) => name);
  return names.includes('href') && !names.includes('aria-label') && !names.includes('title');
}

function checkWords(text: string, span: Span): readonly Diagnostic[] {
  const words = text.replace(/[\s\u00A0]+/g, ' ').trim();
  const bare = words.toLowerCase().replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if (words === '') return [diagnose('vague-link', span, 'This link has no text, so nobody can follow it.', HINT)];
  if (!EMPTY_WORDS.has(bare)) return [];
  return [diagnose('vague-link', span, `The text “${shorten(words)}” does not say where this link leads.`, HINT)];
}
