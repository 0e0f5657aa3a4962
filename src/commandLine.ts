/** The commands, their options, and what the words of a command line mean. */
import { parseArgs } from 'node:util';
import { nearest } from './model/nearest.ts';

interface Option {
  /** The word for its value in the help text; null for a switch. */
  readonly value: string | null;
  readonly help: string;
  /** The switch may stand without its value. */
  readonly optional?: true;
  /** It is planned and documented, and refused until it does something. */
  readonly built?: false;
}

export interface Command {
  readonly usage: string;
  readonly help: string;
  readonly options: Readonly<Record<string, Option>>;
  readonly built?: false;
}

const BUILDING: Command['options'] = {
  drafts: { value: null, help: 'take drafts in' },
  'as-of': { value: 'DATE', help: 'build as on that day (2026-10-05) instead of today, for lectures with a release date' },
  url: { value: 'URL', help: 'the site’s address, for its sitemap and canonical links' },
  'private-notes': { value: null, help: 'take private notes in: a copy for your own laptop, never to be published' },
  'slide-level': { value: 'N', help: 'headings of this level (0 to 6) open a slide, in every lecture' },
  dialect: { value: 'D', help: 'the Markdown of every lecture: pandoc, or reveal (reveal.js’s own)' },
  separator: { value: 'RE', help: 'in reveal.js’s Markdown: what separates slides, as --separator=RE' },
  'separator-vertical': { value: 'RE', help: 'the same for slides of a stack' },
  'separator-notes': { value: 'RE', help: 'the same for what begins the notes' },
};

/** Every command by its name, in the order of the help text. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  build: {
    usage: 'lectern build [COURSE]',
    help: 'Build the site of a course: a folder of Markdown lectures (here, if none is given), or one file.',
    options: {
      out: { value: 'DIR', help: 'where the site goes (dist, in the course)' },
      strict: { value: null, help: 'write nothing where there are warnings' },
      ...BUILDING,
      'no-cache': { value: null, help: 'do everything again', built: false },
    },
  },
  check: {
    usage: 'lectern check [COURSE]',
    help: 'Say everything that is wrong with a course, at its line, and write nothing.',
    options: {
      format: {
        value: 'FORMAT',
        help: 'text (the default), json, github (annotations on a pull request, and a summary), or sarif (2.1.0)',
      },
      strict: { value: null, help: 'fail where there are warnings' },
      ...BUILDING,
      'no-browser': { value: null, help: 'leave out what needs a browser: whether slides overflow, and how they look' },
      'no-axe': { value: null, help: 'leave out axe, which finds what not everyone can see, hear or reach on slides and pages' },
      links: { value: null, help: 'ask other hosts whether links lead somewhere' },
      localize: {
        value: null,
        help: 'fetch images of other hosts into assets/, and name them there, after showing what changes',
      },
      yes: { value: null, help: 'with --localize: write without asking' },
      room: {
        value: 'LECTURE',
        optional: true,
        help: 'play a lecture, or all, without a network, and say what a room would miss, and how long the notes take',
      },
      explain: { value: 'RULE', optional: true, help: 'say what a rule is about, with an example; without a name, list all' },
    },
  },
  dev: {
    usage: 'lectern dev [COURSE]',
    help: 'Serve a course while it is being written: what is saved shows at once, drafts and private notes included.',
    options: {
      port: { value: 'N', help: 'the port to listen on; the next free one is taken (4000)' },
      host: { value: 'HOST', help: 'the address to listen on (127.0.0.1)' },
      open: { value: null, help: 'open the browser' },
      follow: { value: null, help: 'have open pages go to the slide that is saved' },
    },
  },
  preview: {
    usage: 'lectern preview [COURSE]',
    help: 'Serve the site that was built.',
    options: {
      port: { value: 'N', help: 'the port to listen on; the next free one is taken (4000)' },
      out: { value: 'DIR', help: 'where the site is (dist, in the course)' },
    },
  },
  new: {
    usage: 'lectern new lecture TITLE',
    help: 'Start a lecture: the next number, a name made from the title, and a first slide.',
    options: {},
  },
  schema: {
    usage: 'lectern schema lecture|course',
    help: 'Print the JSON Schema of the front matter of a lecture, or of the course, for editors.',
    options: {},
  },
  pdf: { usage: 'lectern pdf [NAME …]', help: 'Print lectures to PDF.', options: {}, built: false },
};

/** A command with its words and options, known to be fine. */
export interface Run {
  readonly to: 'run';
  readonly command: string;
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | true>>;
}

/** What a command line asks for. `wrong`: it is refused, and why. */
export type Request =
  | { readonly to: 'help'; readonly command: string | null }
  | { readonly to: 'version' }
  | { readonly to: 'wrong'; readonly message: string; readonly hint: string }
  | Run;

/** Reads the words after the program's name. */
export function readCommandLine(words: readonly string[]): Request {
  const [first] = words;
  if (first === undefined || first === '--help' || first === '-h') return { to: 'help', command: null };
  if (first === 'help')
    return words[1] === undefined || own(COMMANDS, words[1]) ? { to: 'help', command: words[1] ?? null } : noCommand(words[1]);
  if (first === '--version' || first === '-v') return { to: 'version' };
  const command = own(COMMANDS, first);
  if (command === undefined) return noCommand(first);
  if (words.includes('--help') || words.includes('-h')) return { to: 'help', command: first };
  if (command.built === false) return notBuilt(`lectern ${first}`);
  return readOptions(first, command, words.slice(1));
}

function readOptions(name: string, command: Command, words: readonly string[]): Request {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([key, { value }]) => [key, { type: value === null ? 'boolean' : 'string' } as const]),
  );
  const { tokens, positionals } = parseArgs({
    args: withoutValues(command, words),
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given: Record<string, string | true> = {};
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = own(command.options, token.name);
    if (option === undefined) {
      const near = nearest(token.name, Object.keys(command.options));
      return unknown(
        'option',
        token.rawName,
        near === null ? null : `--${near}`,
        `Run “lectern ${name} --help” for the options.`,
      );
    }
    if (option.built === false) return notBuilt(`--${token.name}`);
    if (
      option.value !== null &&
      !option.optional &&
      (!token.value || (!token.inlineValue && token.value.startsWith('-') && token.value.length > 1))
    ) {
      return { to: 'wrong', message: `“--${token.name}” needs a value.`, hint: `Write “--${token.name} ${option.value}”.` };
    }
    if (option.value === null && token.value !== undefined)
      return { to: 'wrong', message: `“--${token.name}” takes no value.`, hint: `Write “--${token.name}”.` };
    given[token.name] = token.value || true;
  }
  return { to: 'run', command: name, positionals, options: given };
}

/** A switch that may have a value and is followed by another switch has none. */
function withoutValues({ options }: Command, words: readonly string[]): string[] {
  const bare = (word: string, at: number): boolean =>
    word.startsWith('--') && own(options, word.slice(2))?.optional === true && /^-|^$/.test(words[at + 1] ?? '');
  return words.map((word, at) => (bare(word, at) ? `${word}=` : word));
}

function noCommand(name: string): Request {
  return unknown('command', name, nearest(name, Object.keys(COMMANDS)), 'Run “lectern --help” for the list of commands.');
}

function unknown(what: string, word: string, near: string | null, hint: string): Request {
  return { to: 'wrong', message: `There is no ${what} “${word}”.`, hint: near === null ? hint : `Did you mean “${near}”?` };
}

function notBuilt(what: string): Request {
  return { to: 'wrong', message: `“${what}” is not built yet.`, hint: 'Leave it out.' };
}

/** The help text of the program, or of one command. */
export function helpText(name: string | null): string {
  const command = name === null ? undefined : own(COMMANDS, name);
  if (command === undefined) {
    const commands = Object.entries(COMMANDS).filter(([, { built }]) => built !== false);
    return [
      'Lectern turns a folder of Markdown lectures into a site of decks, pages to read and handouts.',
      '',
      'Usage: lectern COMMAND [COURSE] [OPTIONS]',
      '',
      ...table(commands.map(([key, { help }]) => [key, help])),
      '',
      'Run “lectern COMMAND --help” for the options of a command, “lectern --version” for the version.',
      'Exit status: 0 fine, 1 the course has errors, 2 wrong use, 3 a bug of Lectern or a broken machine.',
    ].join('\n');
  }
  const options = Object.entries(command.options).filter(([, { built }]) => built !== false);
  const rows = options.map(([key, option]) => [optionUsage(key, option), option.help] as const);
  return [
    command.help,
    '',
    `Usage: ${command.usage}${options.length > 0 ? ' [OPTIONS]' : ''}`,
    ...(rows.length > 0 ? ['', ...table(rows)] : []),
  ].join('\n');
}

function optionUsage(key: string, { value, optional }: Option): string {
  if (value === null) return `--${key}`;
  return optional ? `--${key} [${value}]` : `--${key} ${value}`;
}

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

/** Not what every object has, such as `constructor`. */
function own<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
