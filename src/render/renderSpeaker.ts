/** A course → the speaker view's page: one for all its decks, which its script fills. */
import type { Course } from '../model/course.ts';
import type { Page } from '../model/page.ts';
import { stringsFor, type Strings, type Word } from '../model/strings.ts';
import { CONFIG_ID, SPEAKER_KEYS, type SpeakerConfig } from '../model/wire.ts';
import { byCodePoint } from '../model/order.ts';
import { courseColours } from './courseColours.ts';
import { publishedLectures } from './courseList.ts';
import { escapeHtml, escapeJson } from './escape.ts';
import { type Icon, icon } from './icons.ts';
import type { CourseContext } from './courseContext.ts';
import { writeKeyList } from './writeKeyList.ts';
import { colourLink, styleLink, writePage } from './writePage.ts';

const PATH = 'speaker.html';

export function renderSpeaker(course: Course, context: CourseContext): Page {
  const { settings } = course.syllabus;
  const strings = stringsFor(settings.lang);
  const config: SpeakerConfig = { words: strings.speaker, decks: deckPaths(course) };
  const content = writePage(
    {
      path: PATH,
      lang: strings.lang,
      title: strings.word['speaker-view'],
      description: null,
      policy: { origins: null, styles: 'strict', frames: true },
      scheme: null,
      head: [
        styleLink(PATH, 'speaker.css', context.client),
        ...colourLink(PATH, courseColours(settings.accent)?.path ?? null),
      ].join('\n'),
      body: `${writeBody(strings)}\n<script type="application/json" id="${CONFIG_ID}">${escapeJson(config)}</script>`,
      scripts: ['speaker.js'],
      hidden: true,
    },
    { ...context, url: null },
  );
  return { path: PATH, content };
}

function writeBody(strings: Strings): string {
  return [
    '',
    writeClockBar(strings),
    writeStage(strings),
    writeLost(strings),
    `<noscript><p class="state">${words('speaker-needs-script', strings)}</p></noscript>`,
    writeStates(strings),
    writeControls(strings),
    writeKeys(strings),
  ].join('\n');
}

/** What keeps the audience from seeing the slide, and what ends it. */
function writeStates(strings: Strings): string {
  const state = (id: string, text: string, act: string) =>
    `<div class="state" id="lectern-${id}" hidden>${icon(id === 'closed' ? 'closed' : id === 'is-black' ? 'black' : 'freeze')}${text}${act}</div>`;
  const act = (id: string, label: Word) =>
    `<button type="button" class="btn" id="lectern-${id}">${words(label, strings)}</button>`;
  const open = `<a class="btn" id="lectern-open" href="index.html" rel="opener">${words('deck-open', strings)}</a>`;
  return [
    `<div role="status">${state('closed', `<span>${words('deck-closed', strings)}</span>`, open)}`,
    state('is-black', `<span>${words('is-black', strings)}</span>`, act('light', 'show-slides')),
    `${state('is-frozen', '<span id="lectern-frozen"></span>', act('thaw', 'thaw'))}</div>`,
  ].join('\n');
}

/** All that is left of the page where there is no deck. */
function writeLost(strings: Strings): string {
  return `<main class="lost" id="lectern-lost" hidden><h1 id="lectern-why"></h1><p><a class="btn main" href="index.html">${icon('home')}${words('course-home', strings)}</a></p></main>`;
}

function deckPaths(course: Course): readonly string[] {
  const paths = publishedLectures(course).flatMap(({ entry }) => (entry.kind === 'lecture' ? [`${entry.address}.html`] : []));
  return paths.sort(byCodePoint);
}

function writeClockBar(strings: Strings): string {
  const start = words('start', strings);
  return [
    `<header class="clockbar"><div class="time" id="lectern-elapsed" role="timer" aria-label="${words('elapsed', strings)}">0:00</div>`,
    '<div class="of"><div id="lectern-duration"></div><div id="lectern-left"></div></div>',
    `<div class="group"><button type="button" class="btn icon" id="lectern-pause" aria-label="${start}" title="${start}">` +
      `<span class="play">${icon('play')}</span><span class="pause">${icon('pause')}</span></button>` +
      `${button('lectern-reset', 'reset', 'reset', 'icon', strings)}</div>`,
    `<p class="pace" id="lectern-pace" hidden>${icon('clock')}<span id="lectern-pace-words"></span></p>`,
    `<div class="now"><span class="hide">${words('clock', strings)}</span> <span id="lectern-clock"></span></div>`,
    '<div class="pacebar" id="lectern-progress" aria-hidden="true"></div></header>',
  ].join('\n');
}

/** The frames are pictures of the slides: what is said about them stands beside them, and the deck itself can be read. */
function writeStage(strings: Strings): string {
  const frame = (name: string, label: Word) =>
    `<div class="frame" role="img" aria-label="${words(label, strings)}"><iframe id="lectern-${name}" title="${words(label, strings)}" tabindex="-1" inert></iframe></div>`;
  return [
    `<main class="stage"><section class="notes" id="lectern-notes" aria-label="${words('notes', strings)}" tabindex="0">`,
    '<h1><span id="lectern-title"></span> <small id="lectern-place"></small></h1><div id="lectern-said" aria-live="polite"></div></section>',
    `<aside class="side" id="lectern-side" aria-label="${words('slides', strings)}">`,
    `<div class="view cur"><h2><b>${words('now', strings)}</b> <span id="lectern-count"></span></h2>${frame('current', 'now')}` +
      '<div class="steps"><span class="dashes" id="lectern-dashes" aria-hidden="true"></span><span id="lectern-step"></span>' +
      `${writeTools(strings)}</div></div>`,
    `<div class="view"><h2><b>${words('upcoming', strings)}</b> <span id="lectern-end"></span></h2>${frame('upcoming', 'upcoming')}</div></aside></main>`,
  ].join('\n');
}

/** Below the slide on which they draw. */
function writeTools(strings: Strings): string {
  const change = (id: string, name: Icon, label: Word) =>
    button(`lectern-${id}`, name, label, 'icon', strings).replace('>', ' hidden>');
  return (
    `<div class="tools">${change('undo', 'return', 'key-undo')}${change('clear', 'erase', 'key-clear')}` +
    `${toggle('pointer', 'pointer', 'key-pointer', strings)}${toggle('pen', 'edit', 'key-pen', strings)}</div>`
  );
}

function writeControls(strings: Strings): string {
  const letter = (id: string, label: Word) =>
    `<button type="button" class="btn icon ${id}" id="lectern-${id}" aria-label="${words(label, strings)}" title="${words(label, strings)}">A</button>`;
  return [
    `<footer class="keys">${button('lectern-back', 'previous', 'back', 'big', strings)}${button('lectern-next', 'next', 'next', 'main big', strings)}`,
    `<label class="hide" for="lectern-go-to">${words('go-to-label', strings)}</label>` +
      `<input id="lectern-go-to" list="lectern-slides" placeholder="${words('go-to-hint', strings)}" autocomplete="off" enterkeyhint="go">` +
      `<datalist id="lectern-slides"></datalist>${button('lectern-return', 'return', 'return', 'icon', strings)}<p class="says" id="lectern-says" role="status"></p>`,
    `<div class="group">${toggle('black', 'black', 'key-black', strings)}${toggle('freeze', 'freeze', 'freeze', strings)}</div>`,
    letter('smaller', 'text-smaller') + letter('larger', 'text-larger'),
    `${button('lectern-scheme', 'scheme', 'scheme', 'icon', strings)}${button('lectern-help', 'help', 'help', 'icon', strings)}</footer>`,
  ].join('\n');
}

function writeKeys(strings: Strings): string {
  return [
    `<dialog id="lectern-keys" aria-labelledby="lectern-keys-title"><h2 id="lectern-keys-title">${words('help', strings)}</h2>`,
    writeKeyList(SPEAKER_KEYS, (name) => strings.word[name]),
    `<p><label><input type="checkbox" id="lectern-letters" checked> ${words('key-letters', strings)}</label></p>`,
    `<button type="button" class="btn" data-lectern-close>${words('close', strings)}</button></dialog>`,
  ].join('\n');
}

/** A button that stays pressed, with its word where there is room. */
function toggle(id: string, name: Icon, label: Word, strings: Strings): string {
  const text = words(label, strings);
  return `<button type="button" class="btn" id="lectern-${id}" aria-pressed="false" aria-label="${text}" title="${text}">${icon(name)}<span class="word">${text}</span></button>`;
}

function button(id: string, name: Icon, label: Word, classes: string, strings: Strings): string {
  const text = words(label, strings);
  return `<button type="button" class="btn ${classes}" id="${id}" aria-label="${text}" title="${text}">${icon(name)}</button>`;
}

function words(name: Word, strings: Strings): string {
  return escapeHtml(strings.word[name]);
}
