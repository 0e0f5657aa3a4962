/** Random numbers → a course that its author changes again and again, in every way there is. */

/** Gives a number from 0 up to, but without, 1. */
type Random = () => number;

interface Slide {
  /** In its text, and nowhere else. */
  readonly token: string;
  level: 1 | 2;
  heading: string | null;
  attributes: string;
  body: string;
}

/** What is done to files. */
export type Edit = (
  | { readonly kind: 'save'; readonly path: string; readonly text: string }
  | { readonly kind: 'remove'; readonly path: string }
) & { readonly name: string /** Pages stay as they were. */; readonly broken: boolean };

export interface EditedCourse {
  readonly files: Readonly<Record<string, string>>;
  /** Its `number`-th edit, 1-based. Every good one leaves that number in the lecture's subtitle. */
  readonly edit: (number: number) => readonly Edit[];
  /** The tokens of the lecture's slides now. */
  readonly tokens: () => readonly string[];
}

const LECTURE = 'slides/01-first.md';
const BODIES: readonly ((count: number) => string)[] = [
  (count) => `Some text, ${count} words long, with *stress*.`,
  (count) => `::: incremental\n\n- one ${count}\n- two\n- three\n\n:::`,
  (count) => `Before ${count}\n\n. . .\n\nAfter`,
  (count) => `\`\`\`python {.numberLines}\nprint(${count})\n\`\`\``,
  (count) => `![A box](../assets/box.svg){width=${50 + (count % 9)}%}`,
  (count) => `| a | b |\n|---|---|\n| ${count} | 2 |`,
  (count) => `:::: columns\n::: column\nLeft ${count}\n:::\n::: column\nRight\n:::\n::::`,
  (count) => `Text.\n\n::: notes\nSaid ${count}.\n:::`,
  (count) => `$$x^{${count}}$$`,
];
const ATTRIBUTES = [
  '',
  '',
  '',
  '{background-color="#123456"}',
  '{.own}',
  '{visibility="hidden"}',
  '{background-image="../assets/box.svg"}',
  '{#fixed}',
];

export function editCourse(random: Random): EditedCourse {
  const below = (count: number): number => Math.floor(random() * count);
  const state = { made: 0, title: 'First', colour: 1, second: true };
  const slides: Slide[] = [];
  const body = (): string => BODIES[below(BODIES.length)]?.(below(100)) ?? '';
  const attributes = (): string => {
    const chosen = ATTRIBUTES[below(ATTRIBUTES.length)] ?? '';
    return chosen === '{#fixed}' && slides.some((slide) => slide.attributes === chosen) ? '' : chosen;
  };
  const make = (): Slide => {
    state.made += 1;
    const level = below(4) === 0 ? 1 : 2;
    return {
      token: `token${state.made}x`,
      level,
      heading: below(6) === 0 && level === 2 ? null : `Heading ${below(12)}`,
      attributes: attributes(),
      body: body(),
    };
  };
  const any = (): Slide => slides[below(slides.length)] as Slide;
  for (let count = 0; count < 8; count++) slides.push(make());
  const changes: Readonly<Record<string, () => void>> = {
    'new slide': () => void slides.splice(below(slides.length + 1), 0, make()),
    'new slide above': () => void slides.splice(0, 0, make()),
    'slide deleted': () => void (slides.length > 3 && slides.splice(below(slides.length), 1)),
    'slide moved': () => void slides.splice(below(slides.length), 0, ...slides.splice(below(slides.length), 1)),
    'heading renamed': () => Object.assign(any(), { heading: `Renamed ${below(12)}` }),
    'heading taken away': () => Object.assign(any(), { heading: null, level: 2 }),
    'level changed': () => Object.assign(any(), { level: below(2) + 1, heading: `Level ${below(9)}` }),
    'text changed': () => Object.assign(any(), { body: body() }),
    'attributes changed': () => Object.assign(any(), { attributes: attributes() }),
    'title changed': () => Object.assign(state, { title: `Title ${below(9)}` }),
    'many things': () => {
      for (const slide of slides) if (below(3) === 0) slide.body = body();
    },
  };
  const names = [...Object.keys(changes), 'course', 'style', 'picture', 'broken', 'second lecture'];
  const lecture = (number: number): string => {
    const parts = slides.map(({ level, heading, attributes: own, body: text, token }) => {
      const head = heading === null ? `---` : `${'#'.repeat(level)} ${heading}${own === '' ? '' : ` ${own}`}`;
      return `${head}\n\n${level === 1 ? '' : `${text}\n\n`}[${token}]{.token}\n`;
    });
    return `---\ntitle: ${state.title}\nsubtitle: edit ${number}.\nslide-level: 2\n---\n\n${parts.join('\n')}`;
  };
  const saved = (path: string, text: string, name: string, broken = false): Edit => ({ kind: 'save', path, text, name, broken });
  const edit = (number: number): readonly Edit[] => {
    const name = names[below(names.length)] ?? '';
    changes[name]?.();
    const now = saved(LECTURE, lecture(number), name);
    if (name === 'broken') return [saved(LECTURE, lecture(number).replace('title: ', 'title: ['), name, true)];
    if (name === 'course') return [saved('slides/index.md', index(below(9)), name), now];
    if (name === 'style') return [saved('assets/own.css', style(below(200)), name), now];
    if (name === 'picture') return [saved('assets/box.svg', picture(20 + below(60)), name), now];
    if (name !== 'second lecture') return [now];
    state.second = !state.second;
    const path = 'slides/02-second.md';
    return [state.second ? saved(path, second(number), name) : { kind: 'remove', path, name, broken: false }, now];
  };
  const files = {
    'slides/index.md': index(1),
    [LECTURE]: lecture(0),
    'slides/02-second.md': second(0),
    'assets/own.css': style(1),
    'assets/box.svg': picture(30),
  };
  return { files, edit, tokens: () => slides.filter(({ attributes: own }) => !own.includes('hidden')).map(({ token }) => token) };
}

function index(count: number): string {
  return `---\ntitle: Course ${count}\nlang: en\ncss: assets/own.css\n---\n\nWelcome ${count}.\n`;
}

function second(count: number): string {
  return `---\ntitle: Second ${count}\n---\n\n## Only slide\n\nText.\n`;
}

function style(count: number): string {
  return `.token { color: rgb(${count}, 90, 90) }\n`;
}

function picture(width: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20"><rect width="${width}" height="20"/></svg>\n`;
}
