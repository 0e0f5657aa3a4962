/** The formulas of a lecture → MathML, with their TeX in an annotation; the typesetting is Temml's. */
import temml from 'temml';
import type { Formula, Inline } from '../model/blocks.ts';
import { type Lecture, slidesOf } from '../model/lecture.ts';
import type { Formulas, Typeset } from '../model/typeset.ts';
import { walkAllInlines, walkInlines } from '../model/walk.ts';

type Macros = ReturnType<typeof temml.definePreamble>;

/** Every formula of the cover, of headings, slides, notes and footnotes. */
export function typesetFormulas(lecture: Lecture): Formulas {
  const found: Formula[] = [];
  const enter = (inline: Inline): void => {
    if (inline.kind === 'formula') found.push(inline);
  };
  const { cover } = lecture;
  for (const line of [cover?.title, cover?.subtitle, ...(cover?.authors ?? []), cover?.date]) walkInlines(line ?? [], enter);
  for (const { heading, body } of slidesOf(lecture)) {
    walkInlines(heading?.children ?? [], enter);
    walkAllInlines(body, enter);
  }
  if (found.length === 0) return new Map();
  const macros = defineMacros(lecture.macros);
  return new Map(found.map((formula) => [formula, typeset(formula, macros)]));
}

function typeset({ tex, display }: Formula, macros: Macros): Typeset {
  try {
    return { mathml: temml.renderToString(tex, { displayMode: display, annotate: true, throwOnError: true, macros }) };
  } catch (error) {
    return { problem: complaint(error) };
  }
}

/**
 * Temml knows more commands than TeX, and is strict about which of `\newcommand` and `\renewcommand` a name needs; a
 * lecture's own definition counts, as in pandoc and MathJax, whatever the name meant before. Macros with other mistakes
 * define nothing: the formulas that use them say so.
 */
function defineMacros(macros: string): Macros {
  let preamble = macros;
  for (let tries = 0; tries < 100; tries++) {
    try {
      return temml.definePreamble(preamble);
    } catch (error) {
      const [, again, late] =
        /attempting to redefine (\\\S+?);|\\renewcommand\{(\\\S+?)\} when command/.exec(complaint(error)) ?? [];
      const name = again ?? late;
      if (name === undefined) break;
      const [from, to] = again === undefined ? ['renewcommand', 'newcommand'] : ['newcommand', 'renewcommand'];
      const definition = new RegExp(`\\\\${from}(\\*?\\s*\\{?\\s*${name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?![A-Za-z]))`);
      if (!definition.test(preamble)) break;
      preamble = preamble.replace(definition, (_, rest: string) => `\\${to}${rest}`);
    }
  }
  return {};
}

/** Its own words, without what it quotes of the formula. */
function complaint(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).trim().split('\n', 1);
  return line.replace(/ at (?:position \d+|end of input):.*$/, '').trim();
}
