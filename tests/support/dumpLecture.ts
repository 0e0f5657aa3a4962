/** Writes a lecture as a short outline that a person can review: slides, their blocks, their inlines. */
import type { Attributes } from '../../src/model/attributes.ts';
import type { Block, Inline, TableRow } from '../../src/model/blocks.ts';
import type { Lecture, Slide } from '../../src/model/lecture.ts';

/** One line a slide, its blocks indented under it. */
export function dumpLecture(lecture: Lecture): string {
  const lines = lecture.sections.flatMap((section) => [
    (section.id === null ? 'section' : `section #${section.id}`) + (section.stacked ? ' (a stack)' : ''),
    ...section.slides.flatMap((slide) => [`  ${dumpSlide(slide)}`, ...dumpBlocks(slide.body).map((line) => `    ${line}`)]),
  ]);
  return [`level ${lecture.slideLevel.value}`, ...lines].join('\n');
}

function dumpSlide({ number, kind, attributes, heading, steps }: Slide): string {
  const title = heading === null ? '' : ` h${heading.level} ${dumpInlines(heading.children)}`;
  return `${number} ${kind}${dumpAttributes(attributes)}${title}${steps > 1 ? ` (${steps} steps)` : ''}`;
}

export function dumpBlocks(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    const attributes =
      'attributes' in block && !Array.isArray(block.attributes) ? dumpAttributes(block.attributes as Attributes) : '';
    switch (block.kind) {
      case 'paragraph':
        return [`${block.tight ? 'text' : 'paragraph'}${attributes} ${dumpInlines(block.children)}`];
      case 'heading':
        return [`h${block.level}${attributes} ${dumpInlines(block.children)}`];
      case 'code':
        return [`code ${block.language ?? '-'}${attributes} ${JSON.stringify(block.text)}`];
      case 'bullet-list':
      case 'ordered-list': {
        const name =
          block.kind === 'bullet-list'
            ? 'bullets'
            : `numbers${block.style === null ? '' : ` ${block.style}`} from ${block.start}`;
        const items = block.items.flatMap((item) =>
          [
            `- ${item.task ?? ''}${item.attributes === undefined ? '' : dumpAttributes(item.attributes).trim()}`,
            ...dumpBlocks(item.children),
          ]
            .join('\n')
            .split('\n'),
        );
        return [`${name}${block.incremental ? ' incremental' : ''}${attributes}`, ...nest(items)];
      }
      case 'notes':
        return [`notes ${block.visibility}${attributes}`, ...nest(dumpBlocks(block.children))];
      case 'quote':
      case 'question':
      case 'answer':
      case 'division':
        return [`${block.kind}${attributes}`, ...nest(dumpBlocks(block.children))];
      case 'definition-list': {
        const items = block.items.flatMap(({ term, details }) => [
          dumpInlines(term),
          ...details.flatMap((detail) => [':', ...nest(dumpBlocks(detail))]),
        ]);
        return [`definitions${block.incremental ? ' incremental' : ''}`, ...nest(items)];
      }
      case 'line-block':
        return ['lines', ...nest(block.lines.map(dumpInlines))];
      case 'figure':
        return [`figure ${dumpInline(block.image)}`];
      case 'table': {
        const columns = block.columns
          .map(({ align, width }) => `${align ?? '-'}${width === null ? '' : ` ${width.toFixed(2)}`}`)
          .join(', ');
        const head = block.head.length === 0 ? ['no head'] : block.head.flatMap(dumpRow);
        const more = block.head.length > 1 ? ['body'] : [];
        const foot = block.foot.length === 0 ? [] : ['foot', ...block.foot.flatMap(dumpRow)];
        const rows = [...head, ...more, ...block.rows.flatMap(dumpRow), ...foot];
        const caption = block.caption === null ? [] : [`caption ${dumpInlines(block.caption)}`];
        return [`table${attributes} (${columns})`, ...nest([...rows, ...caption])];
      }
      case 'html-tag':
        return [dumpInline(block)];
      case 'html-verbatim':
        return [`<${block.name}> ${JSON.stringify(block.text)}`];
      default:
        return [`${block.kind}${attributes}`];
    }
  });
}

function nest(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

function dumpInlines(inlines: readonly Inline[]): string {
  return inlines.map(dumpInline).join(' ');
}

function dumpInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return JSON.stringify(inline.text);
    case 'soft-break':
      return '⏎';
    case 'hard-break':
      return '↵';
    case 'inline-code':
      return `code${dumpAttributes(inline.attributes)}(${inline.text})`;
    case 'link':
      return `link${dumpAttributes(inline.attributes)}<${inline.target.address}>${inline.title === null ? '' : ` title ${JSON.stringify(inline.title)}`}(${dumpInlines(inline.children)})`;
    case 'image':
      return `image${dumpAttributes(inline.attributes)}<${inline.source.address}>${inline.title === null ? '' : ` title ${JSON.stringify(inline.title)}`}(${dumpInlines(inline.children)})`;
    case 'span':
      return `span${dumpAttributes(inline.attributes)}(${dumpInlines(inline.children)})`;
    case 'formula':
      return `${inline.display ? 'display' : 'formula'}(${inline.tex})`;
    case 'citation': {
      const items = inline.items.map(
        ({ key, mode, prefix, suffix }) =>
          `${mode} ${key}${prefix && ` after ${JSON.stringify(prefix)}`}${suffix && ` before ${JSON.stringify(suffix)}`}`,
      );
      return `citation(${items.join('; ')})`;
    }
    case 'footnote':
      return `footnote ${inline.number}{${dumpBlocks(inline.blocks).join('; ')}}`;
    case 'html-tag': {
      const attributes = inline.attributes
        .map(({ name, value }) => (value === null ? ` ${name}` : ` ${name}=${JSON.stringify(value)}`))
        .join('');
      return inline.form === 'close' ? `</${inline.name}>` : `<${inline.name}${attributes}${inline.form === 'void' ? '/' : ''}>`;
    }
    case 'html-verbatim':
      return `<${inline.name}>${JSON.stringify(inline.text)}`;
    default:
      return `${inline.kind}${inline.attributes === undefined ? '' : dumpAttributes(inline.attributes)}(${dumpInlines(inline.children)})`;
  }
}

function dumpAttributes({ id, classes, pairs }: Attributes): string {
  return [
    ...(id === null ? [] : [` #${id}`]),
    ...classes.map((name) => ` .${name}`),
    ...pairs.map(({ key, value }) => ` ${key}=${JSON.stringify(value)}`),
  ].join('');
}

/** A row on one line, and under it, by the place of its cell, what is more than a line of text. */
function dumpRow(row: TableRow): readonly string[] {
  const cells = row.map(({ attributes, columns = 1, rows = 1, blocks, children }) =>
    [
      columns > 1 || rows > 1 ? `${columns}×${rows}` : '',
      attributes ? dumpAttributes(attributes).trim() : '',
      blocks === undefined ? dumpInlines(children) : 'blocks',
    ]
      .filter((part) => part !== '')
      .join(' '),
  );
  const inside = row.flatMap(({ blocks }, at) => (blocks === undefined ? [] : [`in ${at + 1}`, ...nest(dumpBlocks(blocks))]));
  return [cells.join(' | '), ...nest(inside)];
}
