/** A course → 404.html, which carries its style and its script: it is shown at any address, so that nothing relative can be found from it. */
import type { Course } from '../model/course.ts';
import { courseShades, DEFAULT_ACCENT, type Shades } from '../model/courseShades.ts';
import type { Page } from '../model/page.ts';
import { stringsFor } from '../model/strings.ts';
import { publishedLectures, siteUrl } from './courseList.ts';
import { escapeHtml } from './escape.ts';
import { pathOf } from './hrefOf.ts';
import { ownLang } from './ownLang.ts';
import { hashOf } from './policy.ts';
import type { CourseContext } from './courseContext.ts';
import { notFoundScript } from './notFoundScript.ts';
import { encodePath, writePage } from './writePage.ts';
import { writeSchemeSwitch } from './writeSchemeSwitch.ts';
import { trimNumber } from './writeSlide.ts';

/** What the page's own style takes of the course's colours. */
const ROLES = ['paper', 'soft', 'ink', 'ink-2', 'edge', 'accent'];

const STYLE = `html{background:var(--paper)}
body{margin:0;font:1.125rem/1.5 "Iowan Old Style","Palatino Linotype",Palatino,"Noto Serif",Georgia,serif;color:var(--ink)}
main{min-height:100vh;box-sizing:border-box;display:grid;grid-template-columns:minmax(0,1fr) minmax(12rem,22rem);gap:2rem 4rem;align-items:center;max-width:68rem;margin:0 auto;padding:4rem clamp(1.25rem,5vw,3rem)}
h1{font-size:clamp(2.375rem,1.6rem + 3.4vw,3.75rem);line-height:1.06;letter-spacing:-.015em;font-weight:500;margin:0;text-wrap:balance}
p{max-width:28em;margin:1rem 0 1.5rem;color:var(--ink-2)}
ul{list-style:none;margin:0;padding:0}
a{color:var(--accent)}
li>*{display:grid;grid-template-columns:1.5em 1fr;gap:.5rem;align-items:baseline;padding:.45rem 0;color:var(--ink);text-decoration:none;font-size:1.25rem;line-height:1.3}
li a:hover{text-decoration:underline}
li span{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
b{font-weight:400}
main>svg{width:100%;height:auto}
button{position:absolute;top:1rem;right:1rem;display:none;padding:.5rem;border:0;border-radius:.375rem;background:none;color:var(--ink-2);font-size:1.125rem;line-height:0;cursor:pointer}
button:hover{background:var(--soft)}
button svg{width:1.5rem;height:1.5rem;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
button .hide{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
[data-lectern-switch] button{display:block}
[data-lectern-switch="dark"] .to-light,[data-lectern-switch="light"] .to-dark{display:none}
@media (max-width:46rem){main{grid-template-columns:1fr;align-content:start}main>svg{max-width:9rem;order:-1}}
@media (forced-colors:active){main>svg{forced-color-adjust:none}}
@media print{svg,[data-lectern-switch] button{display:none}}`;

const LECTERN =
  '<svg viewBox="0 0 320 380" fill="none" stroke-linecap="round" stroke-linejoin="round" stroke-width="5" aria-hidden="true">' +
  '<path d="M78 128h164l-20 204H98z" fill="var(--paper)" stroke="var(--ink)"/><path d="M36 48h248l-26 80H62z" fill="var(--soft)" stroke="var(--ink)"/>' +
  '<path d="M70 356h180l-14-24H84z" fill="var(--paper)" stroke="var(--ink)"/><path d="M148 128h24v92l-12-12-12 12z" fill="var(--accent)"/>' +
  '<path d="M92 76h40M92 98h28M188 76h40M200 98h28" stroke="var(--edge)" stroke-dasharray="1 12"/></svg>';

export function renderNotFound(course: Course, context: CourseContext): Page {
  const { settings } = course.syllabus;
  const strings = stringsFor(settings.lang);
  const words = strings.word;
  const url = siteUrl(course, context.options);
  const script = notFoundScript(url);
  const style = writeColours(settings.accent) + STYLE;
  const content = writePage(
    {
      path: '404.html',
      lang: settings.lang,
      title: `${words['not-here']}: ${settings.title}`,
      description: null,
      policy: { origins: null, styles: hashOf(style), scripts: [hashOf(script)], frames: false },
      scheme: null,
      head: `<meta name="color-scheme" content="light dark">\n<script>${script}</script>\n<style>${style}</style>`,
      body: `${writeSchemeSwitch(strings)}\n<main><div><h1${ownLang(strings)}>${escapeHtml(words['not-here'])}</h1><p${ownLang(strings)}>${escapeHtml(words['not-here-hint'])}</p>${writeList(course, url)}</div>${LECTERN}</main>`,
      scripts: [],
      hidden: true,
      anywhere: true,
    },
    { ...context, options: { ...context.options, dev: false }, url },
  );
  return { path: '404.html', content };
}

function writeColours(accent: string | null): string {
  const shades = courseShades(accent ?? DEFAULT_ACCENT) ?? courseShades(DEFAULT_ACCENT);
  const declare = (scheme: Shades | undefined) => ROLES.map((role) => `--${role}:${scheme?.get(role) ?? ''}`).join(';');
  const dark = declare(shades?.dark);
  return (
    `:root{color-scheme:light dark;${declare(shades?.light)}}\n` +
    `@media screen and (prefers-color-scheme:dark){:root:not([data-scheme="light"]){${dark}}}\n` +
    `@media screen{:root[data-scheme="dark"]{color-scheme:dark;${dark}}}\n:root[data-scheme="light"]{color-scheme:light}\n`
  );
}

/** Links are absolute, and only there where the site's address is known. */
function writeList(course: Course, url: string | null): string {
  const strings = stringsFor(course.syllabus.settings.lang);
  const items = publishedLectures(course).flatMap(({ entry }) => {
    const path = pathOf(entry, 'read');
    if (path === null) return [];
    const content = `<span>${trimNumber(entry.number) ?? ''}</span> <b>${escapeHtml(entry.title)}</b>`;
    return [
      url === null ? `<li><div>${content}</div></li>` : `<li><a href="${escapeHtml(url + encodePath(path))}">${content}</a></li>`,
    ];
  });
  const all =
    url === null ? '' : `<p${ownLang(strings)}><a href="${escapeHtml(url)}">${escapeHtml(strings.word['all-lectures'])}</a></p>`;
  return `<ul>${items.join('')}</ul>${all}`;
}
