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
  const depths = depthsOfMacros(lecture.macros);
  return new Map(found.map((formula) => [formula, typeset(formula, macros, depths)]));
}

/** Temml's parser calls itself for each level, and a stack that is nearly full ends the whole process. */
const DEEPEST = 200;

function typeset({ tex, display }: Formula, macros: Macros, depths: Depths): Typeset {
  // each level takes a character at least
  const long = tex.length > DEEPEST || depths.size > 0;
  if (long && depthOf(tex, (name) => depths.get(name) ?? 0) > DEEPEST) return { problem: 'It is nested too deep' };
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

type Depths = ReadonlyMap<string, number>;

/** How deep each macro nests, those that it uses within it; infinite for one that comes to itself. */
function depthsOfMacros(macros: string): Depths {
  const bodies = new Map<string, string>();
  const pieces = macros.split(
    /\\(?:(?:re|provide)?newcommand|DeclareMathOperator|def|newenvironment)\b\*?\s*\{?\s*(\\[A-Za-z]+|\\.|\w+)/,
  );
  for (let at = 1; at + 1 < pieces.length; at += 2) bodies.set(pieces[at] ?? '', pieces[at + 1] ?? '');
  const depths = new Map<string, number>();
  const visit = (name: string, level: number): number => {
    const body = bodies.get(name);
    const known = depths.get(name);
    if (body === undefined || known !== undefined) return known ?? 0;
    depths.set(name, Number.POSITIVE_INFINITY);
    if (level > DEEPEST) return Number.POSITIVE_INFINITY;
    const depth = depthOf(body, (used) => visit(used, level + 1));
    depths.set(name, depth);
    return depth;
  };
  for (const name of bodies.keys()) visit(name, 0);
  return depths;
}

/** How deep groups, environments and commands that take each other as arguments stand in each other. */
function depthOf(tex: string, depthOfCommand: (name: string) => number): number {
  let open = 0;
  let deepest = 0;
  let commands = 0;
  let last = -1;
  for (const { 0: token, index } of tex.matchAll(/\\[A-Za-z]+\s*|\\.|[{}]/gs)) {
    const name = token.trimEnd();
    commands = name.startsWith('\\') && index === last ? commands + 1 : 1;
    last = index + token.length;
    if (name === '{' || name === '\\begin' || name === '\\left') open++;
    else if (name === '}' || name === '\\end' || name === '\\right') open--;
    deepest = Math.max(deepest, open + commands - 1 + (name.startsWith('\\') ? depthOfCommand(name) : 0));
  }
  return deepest;
}

/** Its own words, without what it quotes of the formula. */
function complaint(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).trim().split('\n', 1);
  return line.replace(/ at (?:position \d+|end of input):.*$/, '').trim();
}
