/** The tree of a lecture's text: blocks and inlines, each with its true place in the source. Plain read-only data. */
import type { Attributes, Reference } from './attributes.ts';
import type { Span } from './source.ts';

// ---- inlines

export interface Text {
  readonly kind: 'text';
  readonly text: string;
  readonly span: Span;
}
/** A line end in the source that is only a space on the page. */
export interface SoftBreak {
  readonly kind: 'soft-break';
  readonly span: Span;
}
export interface HardBreak {
  readonly kind: 'hard-break';
  readonly span: Span;
}
export interface Styled {
  readonly kind: 'emphasis' | 'strong' | 'strikeout' | 'superscript' | 'subscript';
  readonly children: readonly Inline[];
  /** From a comment of reveal.js's Markdown, as wherever a block or item may have them. */
  readonly attributes?: Attributes;
  readonly span: Span;
}
export interface InlineCode {
  readonly kind: 'inline-code';
  readonly text: string;
  readonly attributes: Attributes;
  readonly span: Span;
}
export interface Link {
  readonly kind: 'link';
  readonly target: Reference;
  readonly title: string | null;
  readonly children: readonly Inline[];
  readonly attributes: Attributes;
  /** Written as `<https://…>`. */
  readonly automatic: boolean;
  readonly span: Span;
}
export interface Image {
  readonly kind: 'image';
  readonly source: Reference;
  readonly title: string | null;
  /** The description between the brackets: the caption where the image becomes a figure, else its alternative text. */
  readonly children: readonly Inline[];
  readonly attributes: Attributes;
  readonly span: Span;
}
export interface InlineSpan {
  readonly kind: 'span';
  readonly children: readonly Inline[];
  readonly attributes: Attributes;
  readonly span: Span;
}

/** A formula, as TeX. */
export interface Formula {
  readonly kind: 'formula';
  /** On a line of its own. */
  readonly display: boolean;
  /** Without its dollars; with `\begin` and `\end` where it was written so. */
  readonly tex: string;
  readonly span: Span;
}
/** A note at the foot of the slide that calls it. */
export interface Footnote {
  readonly kind: 'footnote';
  /** 1-based, through the lecture, in the order of the calls. */
  readonly number: number;
  readonly blocks: readonly Block[];
  readonly span: Span;
}

/** One source in a citation. */
export interface CitationItem {
  readonly key: string;
  /** `in-text`: its author is part of the sentence. */
  readonly mode: 'normal' | 'in-text' | 'suppress-author';
  /** As written, without white space around it: `see`. */
  readonly prefix: string;
  /** As written, from the mark that opens it: `, pp. 33-35`. */
  readonly suffix: string;
  /** Of the key, with its `@`. */
  readonly span: Span;
}
/** A citation of one or several sources. */
export interface Citation {
  readonly kind: 'citation';
  readonly items: readonly CitationItem[];
  /** As it is shown; as it is written, where nothing formats it. */
  readonly children: readonly Inline[];
  /** Its links lead to its entries: everywhere, or in the reading view alone. */
  readonly linked: 'everywhere' | 'reading';
  readonly span: Span;
}

/** An attribute of a raw HTML tag; `value` has its entities decoded and is null for `<video controls>`. */
export interface HtmlAttribute {
  readonly name: string;
  readonly value: string | null;
  readonly span: Span;
  readonly reference: Reference | null;
}
/** One raw tag, as block or as inline; balanced within its slide by the parser. */
export interface HtmlTag {
  readonly kind: 'html-tag';
  /** Lower case. */
  readonly name: string;
  readonly form: 'open' | 'close' | 'void';
  readonly attributes: readonly HtmlAttribute[];
  readonly span: Span;
}
/** Raw text inside an element whose content is never Markdown: `style`, `script`, `pre`, `textarea`; with its tags. */
export interface HtmlVerbatim {
  readonly kind: 'html-verbatim';
  readonly name: string;
  readonly attributes: readonly HtmlAttribute[];
  /** What stands between the tags. */
  readonly text: string;
  readonly span: Span;
}

export type Inline =
  | Text
  | SoftBreak
  | HardBreak
  | Styled
  | InlineCode
  | Link
  | Image
  | InlineSpan
  | Formula
  | Footnote
  | Citation
  | HtmlTag
  | HtmlVerbatim;

// ---- blocks

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Without `<p>`: the text of a tight list item or table cell. */
  readonly tight: boolean;
  readonly children: readonly Inline[];
  readonly attributes?: Attributes;
  readonly span: Span;
}
export interface Heading {
  readonly kind: 'heading';
  /** 1 to 6. */
  readonly level: number;
  readonly children: readonly Inline[];
  readonly attributes: Attributes;
  /** Underlined with `===` or `---` instead of opened with `#`. */
  readonly underlined: boolean;
  readonly span: Span;
}
export interface Code {
  readonly kind: 'code';
  /** The first class: what the author named the language; null where none is named. */
  readonly language: string | null;
  readonly text: string;
  readonly attributes: Attributes;
  readonly span: Span;
}
export interface Quote {
  readonly kind: 'quote';
  readonly children: readonly Block[];
  readonly attributes?: Attributes;
  readonly span: Span;
}
export interface ListItem {
  /** Of a task list's item: whether it is done. */
  readonly task?: 'open' | 'done';
  readonly children: readonly Block[];
  readonly attributes?: Attributes;
  readonly span: Span;
}
export interface BulletList {
  readonly kind: 'bullet-list';
  readonly items: readonly ListItem[];
  readonly attributes?: Attributes;
  /** Each item is a step of its own. */
  readonly incremental: boolean;
  readonly span: Span;
}
export interface OrderedList {
  readonly kind: 'ordered-list';
  readonly items: readonly ListItem[];
  readonly attributes?: Attributes;
  readonly start: number;
  /** As HTML's `type`; null for numbers that are left to the program (`#.`). */
  readonly style: '1' | 'a' | 'A' | 'i' | 'I' | null;
  readonly incremental: boolean;
  readonly span: Span;
}
export interface Definition {
  readonly term: readonly Inline[];
  /** Each of its explanations. */
  readonly details: readonly (readonly Block[])[];
  readonly span: Span;
}
export interface DefinitionList {
  readonly kind: 'definition-list';
  readonly items: readonly Definition[];
  /** Each term and each explanation is a step of its own. */
  readonly incremental: boolean;
  readonly span: Span;
}
/** Lines that stay lines; white space that opens one is kept. */
export interface LineBlock {
  readonly kind: 'line-block';
  readonly lines: readonly (readonly Inline[])[];
  readonly span: Span;
}
/** A rule that is not a slide break, because it stands inside something. */
export interface Rule {
  readonly kind: 'rule';
  readonly attributes?: Attributes;
  readonly span: Span;
}
export interface Division {
  readonly kind: 'division';
  readonly children: readonly Block[];
  readonly attributes: Attributes;
  readonly span: Span;
}
/** `::: notes`: what the lecturer says. */
export interface Notes {
  readonly kind: 'notes';
  readonly visibility: 'public' | 'private';
  readonly children: readonly Block[];
  readonly attributes: Attributes;
  readonly span: Span;
}
/** `::: question`: what a reader answers. Holds an answer, a list of choices, or both; `model/question.ts` tells them apart. */
export interface Question {
  readonly kind: 'question';
  readonly children: readonly Block[];
  readonly attributes: Attributes;
  readonly span: Span;
}
/** `::: answer` in a question: a step of the deck. Without children where the choices say it all. */
export interface Answer {
  readonly kind: 'answer';
  readonly children: readonly Block[];
  readonly attributes: Attributes;
  readonly span: Span;
}
/** An image alone in its paragraph, with its caption. The image's `children` are the caption. */
export interface Figure {
  readonly kind: 'figure';
  readonly image: Image;
  readonly span: Span;
}
export type Alignment = 'left' | 'center' | 'right' | null;
export interface TableCell {
  /** Empty where the cell holds blocks. */
  readonly children: readonly Inline[];
  /** What a cell of a grid table holds, where it is more than a line of text. */
  readonly blocks?: readonly Block[];
  /** Its column, 0-based; without it, its place in the row. */
  readonly column?: number;
  /** How many columns and rows it takes, where that is more than one. */
  readonly columns?: number;
  readonly rows?: number;
  readonly attributes?: Attributes;
  readonly span: Span;
}
export type TableRow = readonly TableCell[];
export interface Table {
  readonly kind: 'table';
  readonly attributes?: Attributes;
  readonly columns: readonly {
    readonly align: Alignment;
    /** Share of the width that there is for the table, 0 to 1, all together at most 1; null where the content decides. */
    readonly width: number | null;
  }[];
  /** None where every cell of the header row is empty; several only in a grid table. */
  readonly head: readonly TableRow[];
  readonly rows: readonly TableRow[];
  /** The rows at its end that sum it up, of a grid table. */
  readonly foot: readonly TableRow[];
  readonly caption: readonly Inline[] | null;
  readonly span: Span;
}

export type Block =
  | Paragraph
  | Heading
  | Code
  | Quote
  | BulletList
  | OrderedList
  | DefinitionList
  | LineBlock
  | Rule
  | Division
  | Notes
  | Question
  | Answer
  | Figure
  | Table
  | HtmlTag
  | HtmlVerbatim;
