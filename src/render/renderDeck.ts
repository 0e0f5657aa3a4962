/** A lecture → its deck: reveal.js's page with pandoc's tree in it, and our bar around it. */
import { slidesOf } from '../model/lecture.ts';
import type { Page } from '../model/page.ts';
import { CONFIG_ID, type DeckConfig, SHOW_FIRST } from '../model/wire.ts';
import { escapeHtml, escapeJson } from './escape.ts';
import { type DeckStyles, deckStyles } from './deckStyles.ts';
import { type Rendering, writingFor } from './lectureContext.ts';
import { lines } from './lines.ts';
import { hashOf } from './policy.ts';
import { ownLang } from './ownLang.ts';
import { relativePath } from './relativePath.ts';
import { writeDeckFurniture } from './writeDeckFurniture.ts';
import { writePage } from './writePage.ts';
import { writeSection } from './writeSlide.ts';
import { type Writing, word } from './writing.ts';
import type { Lecture } from '../model/lecture.ts';

export function renderDeck(rendering: Rendering): Page {
  const { lecture } = rendering;
  const writing = writingFor(rendering, 'deck', (level) => level, 'aside');
  const sections = writeSections(rendering, writing);
  const styles = deckStyles(sections, rendering, writing);
  const scripts = firstScripts(rendering, writing, styles);
  const [first = '', ...others] = sections;
  const slides = lines([first + (styles.cover ? asScript(scripts[0]) : ''), ...others]);
  const { scheme } = rendering.syllabus.settings;
  const content = writePage(
    {
      path: writing.page,
      lang: lecture.settings.lang,
      title: rendering.windowTitle,
      description: rendering.description,
      sharing: rendering.sharing,
      keywords: rendering.lecture.settings.tags,
      policy: { origins: writing.origins, styles: 'inline', scripts: scripts.map(hashOf), frames: false },
      scheme: scheme === 'auto' ? null : scheme,
      head: styles.head + slideSize(lecture),
      body: writeBody(slides, styles.after, rendering, writing) + asScript(scripts.at(-1)),
      scripts: writing.marked ? [] : ['deck.js'],
    },
    rendering,
  );
  return { path: writing.page, content };
}

/**
 * What shows a slide before reveal.js is there: the page carries it itself, as one more file would be waited for before anything is
 * seen. Behind a cover, and once more where all slides are there.
 */
function firstScripts({ client }: Rendering, { marked }: Writing, { cover }: DeckStyles): readonly string[] {
  if (marked) return [];
  return cover ? [client.text('first.js'), `window.${SHOW_FIRST}?.()`] : [client.text('first.js')];
}

function asScript(text: string | undefined): string {
  return text === undefined ? '' : `\n<script>${text}</script>`;
}

function writeSections({ lecture, entry }: Rendering, writing: Writing): readonly string[] {
  const titled = lecture.sections.filter((section) => section.title !== null);
  return lecture.sections.map((section) => {
    const at = titled.indexOf(section);
    const position = { cover: lecture.cover, lectureNumber: entry.number, sectionNumber: at < 0 ? null : at + 1 };
    return writeSection(section, position, writing);
  });
}

function writeBody(slides: string, styles: string, rendering: Rendering, writing: Writing): string {
  const config = escapeJson(deckConfig(rendering, writing));
  return lines([
    `<a class="skip" id="lectern-skip" href="#lectern-bar"${ownLang(writing.strings)}>${escapeHtml(word(writing, 'skip-controls'))}</a>`,
    `<script type="application/json" id="${CONFIG_ID}">${config}</script>`,
    '<main>',
    `<div class="reveal"><div class="slides">\n${slides}\n</div></div>`,
    '</main>',
    ...(styles === '' ? [] : [styles]),
    '<div class="lectern-logo"></div>',
    writeDeckFurniture(rendering, writing),
  ]);
}

function deckConfig({ lecture, strings, entry, client }: Rendering, { page }: Writing): DeckConfig {
  const { width, height, transition, duration } = lecture.settings;
  return {
    width,
    height,
    transition,
    total: slidesOf(lecture).length,
    duration,
    speaker: `${relativePath(page, 'speaker.html')}?deck=${encodeURIComponent(page)}`,
    read: relativePath(page, `read/${entry.address}.html`),
    stage: relativePath(page, client.path('stage.js')),
    draw: relativePath(page, client.path('draw.js')),
    words: strings.deck,
  };
}

/** Where a course sets its own slide size, all our sizes follow in proportion. */
function slideSize({ settings: { width, height } }: Lecture): string {
  const type = 30 * Math.min(width / 1280, height / 720);
  if (width === 1280 && height === 720) return '';
  return `\n<style>:root{--slide-type:${Number(type.toFixed(3))}px}@media (scripting:enabled){@page{size:${width}px ${height}px}}</style>`;
}
