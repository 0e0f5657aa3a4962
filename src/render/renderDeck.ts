/** A lecture → its deck: reveal.js's page with pandoc's tree in it, and our bar around it. */
import { slidesOf } from '../model/lecture.ts';
import type { Page } from '../model/page.ts';
import { CONFIG_ID, type DeckConfig } from '../model/wire.ts';
import { escapeHtml, escapeJson } from './escape.ts';
import { type Rendering, writeStyles, writingFor } from './lectureContext.ts';
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
  const slides = writeSlides(rendering, writing);
  const { scheme } = rendering.syllabus.settings;
  // The page carries it itself: one more file would be waited for before anything is seen.
  const first = rendering.client.text('first.js');
  const content = writePage(
    {
      path: writing.page,
      lang: lecture.settings.lang,
      title: rendering.windowTitle,
      description: rendering.description,
      sharing: rendering.sharing,
      keywords: rendering.lecture.settings.tags,
      policy: { origins: writing.origins, styles: 'inline', scripts: hashOf(first), frames: false },
      scheme: scheme === 'auto' ? null : scheme,
      head: writeStyles(['reveal.css', 'deck.css'], rendering, writing) + slideSize(lecture),
      body: writeBody(slides, rendering, writing) + (writing.marked ? '' : `\n<script>${first}</script>`),
      scripts: writing.marked ? [] : ['deck.js'],
    },
    rendering,
  );
  return { path: writing.page, content };
}

function writeSlides({ lecture, entry }: Rendering, writing: Writing): string {
  const titled = lecture.sections.filter((section) => section.title !== null);
  const sections = lecture.sections.map((section) => {
    const at = titled.indexOf(section);
    const position = { cover: lecture.cover, lectureNumber: entry.number, sectionNumber: at < 0 ? null : at + 1 };
    return writeSection(section, position, writing);
  });
  return lines(sections);
}

function writeBody(slides: string, rendering: Rendering, writing: Writing): string {
  const config = escapeJson(deckConfig(rendering, writing));
  return lines([
    `<a class="skip" id="lectern-skip" href="#lectern-bar"${ownLang(writing.strings)}>${escapeHtml(word(writing, 'skip-controls'))}</a>`,
    '<main>',
    `<div class="reveal"><div class="slides">\n${slides}\n</div></div>`,
    '</main>',
    '<div class="lectern-logo"></div>',
    writeDeckFurniture(rendering, writing),
    `<script type="application/json" id="${CONFIG_ID}">${config}</script>`,
  ]);
}

function deckConfig({ lecture, strings, entry }: Rendering, { page }: Writing): DeckConfig {
  const { width, height, transition, duration } = lecture.settings;
  return {
    width,
    height,
    transition,
    total: slidesOf(lecture).length,
    duration,
    speaker: `${relativePath(page, 'speaker.html')}?deck=${encodeURIComponent(page)}`,
    read: relativePath(page, `read/${entry.address}.html`),
    words: strings.deck,
  };
}

/** Where a course sets its own slide size, all our sizes follow in proportion. */
function slideSize({ settings: { width, height } }: Lecture): string {
  const type = 30 * Math.min(width / 1280, height / 720);
  if (width === 1280 && height === 720) return '';
  return `\n<style>:root{--slide-type:${Number(type.toFixed(3))}px}@media (scripting:enabled){@page{size:${width}px ${height}px}}</style>`;
}
