/** A logo of the course → an image, as a link where it has one. */
import type { Logo } from '../model/settings.ts';
import { escapeHtml } from './escape.ts';
import { addressOfTarget, originOf } from './hrefOf.ts';
import type { CourseContext } from './courseContext.ts';
import type { Writing } from './writing.ts';

/** The logo’s image, in its link if it has one; its words where the image leads nowhere. */
export function writeImageTag(logo: Logo, writing: Writing, { targetOf }: CourseContext): string {
  const target = targetOf(logo.image, 'image');
  const src = addressOfTarget(target, logo.image, writing);
  if (src === null) return escapeHtml(logo.alt);
  const origin = target.to === 'remote' ? originOf(target.url) : null;
  if (origin !== null && writing.syllabus.settings.remote === 'allow') writing.origins.image.add(origin);
  const waits = origin !== null && writing.syllabus.settings.remote === 'ask';
  const image = waits ? escapeHtml(logo.alt) : `<img src="${escapeHtml(src)}" alt="${escapeHtml(logo.alt)}">`;
  const href = logo.link === null ? null : addressOfTarget(targetOf(logo.link, 'link'), logo.link, writing);
  return href === null ? image : `<a href="${escapeHtml(href)}" rel="noopener">${image}</a>`;
}
