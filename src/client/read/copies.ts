/** Links to a slide of a reading view: followed, they are copied as well, and say so. */

export function watchCopies(): void {
  document.addEventListener('click', async ({ target }) => {
    const link = (target as Element | null)?.closest<HTMLAnchorElement>('.lectern-head a[href^="#"]');
    if (link == null || navigator.clipboard === undefined) return;
    try {
      await navigator.clipboard.writeText(link.href);
    } catch {
      // The address is in the address bar all the same.
      return;
    }
    say(link, link.closest<HTMLElement>('main')?.dataset.lecternCopied ?? '');
  });
}

function say(link: HTMLElement, words: string): void {
  document.querySelector('.lectern-copied')?.remove();
  const says = document.createElement('span');
  says.className = 'lectern-copied';
  says.setAttribute('role', 'status');
  link.after(says);
  // A region speaks what comes into it, not what it comes with.
  requestAnimationFrame(() => {
    says.textContent = words;
  });
  setTimeout(() => says.remove(), 2500);
}
