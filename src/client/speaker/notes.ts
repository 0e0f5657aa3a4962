/** Notes as the deck has them → the same in the speaker view, whose policy is stricter and whose address another. */

/** `deck` is the address that the notes' own links and images start from. */
export function showNotes(element: HTMLElement, html: string, deck: URL, none: string): void {
  const template = document.createElement('template');
  template.innerHTML = html;
  for (const styled of template.content.querySelectorAll('[style], [id]')) {
    styled.removeAttribute('style');
    styled.removeAttribute('id');
  }
  for (const foreign of template.content.querySelectorAll('style, link, iframe, video, audio, .lectern-remote button'))
    foreign.remove();
  for (const image of template.content.querySelectorAll<HTMLImageElement>('img')) moveImage(image, deck);
  for (const link of template.content.querySelectorAll<HTMLAnchorElement>('a[href]')) moveLink(link, deck);
  element.replaceChildren(template.content);
  const isEmpty = element.textContent?.trim() === '' && element.querySelector('img') === null;
  element.classList.toggle('none', isEmpty);
  if (isEmpty) element.textContent = none;
  element.closest('section')?.scrollTo(0, 0);
}

function moveImage(image: HTMLImageElement, deck: URL): void {
  const address = new URL(image.getAttribute('src') ?? '', deck);
  const ours = address.protocol === 'data:' || address.origin === deck.origin;
  if (ours) image.src = address.href;
  else image.replaceWith(image.alt);
}

function moveLink(link: HTMLAnchorElement, deck: URL): void {
  link.href = new URL(link.getAttribute('href') ?? '', deck).href;
  link.target = '_blank';
  link.rel = 'noopener';
}
