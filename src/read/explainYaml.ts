/** What the YAML library found wrong → diagnostics in plain words, at the exact words to change. */
import type { YAMLError } from 'yaml';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { type Line, lineAfter, lineAt } from './yamlLine.ts';

/** What is wrong with a line, and which of its words. */
interface Trouble {
  readonly message: string;
  readonly hint: string | null;
  readonly start: number;
  readonly end: number;
}

/** One diagnostic a line, as one slip makes YAML stumble several times; `base` leads from the block to the file. */
export function explainYaml(errors: readonly YAMLError[], text: string, path: string, base: number): readonly Diagnostic[] {
  const lines = new Map<number, Diagnostic>();
  for (const error of errors) {
    const line = lineAt(text, error.pos[0]);
    if (lines.has(line.start)) continue;
    const { message, hint, start, end } = explain(error, line, text);
    const span = { path, start: base + start, end: base + end };
    const severity = error.name === 'YAMLWarning' ? 'warning' : 'error';
    lines.set(line.start, diagnose({ rule: 'front-matter', severity }, span, message, hint));
  }
  return [...lines.values()];
}

function explain(error: YAMLError, line: Line, text: string): Trouble {
  const [start] = error.pos;
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return tab(start, text);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return /:(\s|$)/.test(line.value) ? colon(line) : indented(lineAfter(line, text), line);
    case 'BAD_SCALAR_START':
      return reserved(line);
    case 'BAD_INDENT':
      return error.message.includes(' end with a ') ? unclosedBracket(start, text) : misplaced(line);
    case 'BAD_DQ_ESCAPE':
      return badEscape(start, line, text);
    case 'TAG_RESOLVE_FAILED':
      return {
        ...at(error),
        message: `“${text.slice(...error.pos)}” is a tag, and tags are not read.`,
        hint: 'Take the tag away.',
      };
    default:
      return explainTokens(error, line, text);
  }
}

function explainTokens(error: YAMLError, line: Line, text: string): Trouble {
  const [start] = error.pos;
  if (/Missing closing ["']quote/.test(error.message)) return unclosedQuote(error.message.includes('"') ? '"' : "'", text);
  if (line.key !== null && /^[*&!%@`[{]/.test(line.value)) return reserved(line);
  if (line.key !== null && start > line.valueStart && /^["']/.test(line.value)) return afterQuote(start, line);
  if (line.key !== null && line.value.startsWith('- ')) return listOnLine(line);
  if (error.code === 'MULTILINE_IMPLICIT_KEY' || error.message.startsWith('Implicit map keys')) return noKey(line);
  const end = Math.max(error.pos[1], start);
  return {
    message: `This is not YAML: ${error.message.replace(/\.?$/, '.')}`,
    hint: null,
    start,
    end,
  };
}

function tab(start: number, text: string): Trouble {
  const length = /^\t*/.exec(text.slice(start))?.[0].length ?? 1;
  return {
    message: 'This line is indented with a tab, and YAML takes spaces only.',
    hint: 'Write spaces instead of the tab.',
    start,
    end: start + length,
  };
}

function colon(line: Line): Trouble {
  const message = `The value of “${line.key}” holds a colon, which YAML takes for the end of another key.`;
  return { message, hint: quoting(line), ...valueWords(line) };
}

function reserved(line: Line): Trouble {
  return {
    message: `A value cannot begin with “${line.value[0]}” unless it stands in quotes.`,
    hint: quoting(line),
    ...valueWords(line),
  };
}

function afterQuote(start: number, line: Line): Trouble {
  const message = `The quotes of “${line.key}” are closed before its value ends.`;
  const inner = line.value.slice(1).replace(/["']$/, '');
  const hint = line.value.startsWith("'") && !inner.includes('"') ? `Write ${line.key}: "${inner}".` : quoting(line);
  return { message, hint, start, end: line.end };
}

function listOnLine(line: Line): Trouble {
  const message = `A list cannot begin on the line of its key “${line.key}”.`;
  return {
    message,
    hint: `Begin the list on the next line, or put the value in quotes.`,
    ...valueWords(line),
  };
}

function noKey(line: Line): Trouble {
  const where = { start: line.start, end: line.end };
  const close = /^(["']?[\w.-]+["']?):(?=\S)/.exec(line.text);
  if (close)
    return {
      message: `A space is missing after “${close[0]}”.`,
      hint: `Write ${line.text.replace(':', ': ')}.`,
      ...where,
    };
  const message = `“${shortened(line.text)}” is neither a key with its value, nor indented as part of the value above.`;
  return {
    message,
    hint: 'Write a key, a colon, a space and the value.',
    ...where,
  };
}

function indented(line: Line, above: Line): Trouble {
  const message = `“${shortened(line.text)}” is indented, though “${above.key ?? shortened(above.text)}” above it already has a value.`;
  return {
    message,
    hint: 'Take the indentation away.',
    start: line.start,
    end: line.end,
  };
}

function misplaced(line: Line): Trouble {
  const message = `“${shortened(line.text)}” begins in another column than the lines that it belongs to.`;
  return {
    message,
    hint: 'Begin it in the same column as its neighbours.',
    start: line.start,
    end: line.end,
  };
}

function unclosedBracket(before: number, text: string): Trouble {
  const start = Math.max(text.lastIndexOf('[', before), text.lastIndexOf('{', before));
  return {
    message: `The “${text[start]}” that opens here is never closed.`,
    hint: `Close it with “${text[start] === '[' ? ']' : '}'}”.`,
    start,
    end: start + 1,
  };
}

function unclosedQuote(quote: string, text: string): Trouble {
  // Quotes that are closed stand in pairs: the last that begins a value is the one that is open.
  const values = [...text.matchAll(/(?:^|\n)[^\n]*?(?::[ \t]+|-[ \t]+|[[,{][ \t]*)(["'])/g)].filter(
    (match) => match[1] === quote,
  );
  const last = values.at(-1);
  const start = last ? last.index + last[0].length - 1 : text.indexOf(quote);
  return {
    message: `The quotes that open here (${quote}) are never closed.`,
    hint: `Close them with another ${quote}.`,
    start,
    end: lineAt(text, start).end,
  };
}

function badEscape(start: number, line: Line, text: string): Trouble {
  const written = text.slice(start, start + 2);
  const hint = line.value.includes("'")
    ? `Write “\\${written}” instead.`
    : 'Use single quotes, in which a backslash is only a backslash.';
  return {
    message: `“${written}” means nothing between double quotes.`,
    hint,
    start,
    end: start + 2,
  };
}

function quoting(line: Line): string {
  const quoted = line.value.includes('"') ? `'${line.value.replaceAll("'", "''")}'` : `"${line.value.replaceAll('\\', '\\\\')}"`;
  return `Put the value in quotes: ${line.key}: ${quoted}.`;
}

function valueWords(line: Line): { start: number; end: number } {
  return { start: line.valueStart, end: line.valueStart + line.value.length };
}

function at(error: YAMLError): { start: number; end: number } {
  return { start: error.pos[0], end: error.pos[1] };
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text;
}
