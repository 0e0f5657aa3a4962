/** What a reading view lets be copied: links to its slides, which are followed as well, and code. Both say so. */
import { RENEWED_EVENT } from '../../model/wire.ts';

/** The words stand in the page, in its own language. */
export function watchCopies(): void {
  const { lecternCopied = '', lecternCopy = '', lecternCodeCopied = '' } = document.querySelector('main')?.dataset ?? {};
  if (navigator.clipboard === undefined) return;
  const offer = (): void => {
    for (const code of document.querySelectorAll('article pre:not(:has(> .lectern-copy)) > code'))
      code.parentElement?.append(copyButton(lecternCopy));
  };
  offer();
  document.addEventListener(RENEWED_EVENT, offer);
  document.addEventListener('click', ({ target }) => {
    const pressed = (target as Element | null)?.closest<HTMLElement>('.lectern-head a[href^="#"], .lectern-copy');
    if (pressed instanceof HTMLAnchorElement) void copy(pressed.href, pressed, lecternCopied);
    else if (pressed != null)
      void copy(pressed.parentElement?.querySelector('code')?.textContent ?? '', pressed, lecternCodeCopied);
  });
}

function copyButton(words: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'lectern-copy';
  button.textContent = words;
  return button;
}

async function copy(text: string, beside: HTMLElement, words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // A link is in the address bar all the same, and code can be selected.
    return;
  }
  document.querySelector('.lectern-copied')?.remove();
  const says = document.createElement('span');
  says.className = 'lectern-copied';
  says.setAttribute('role', 'status');
  beside.after(says);
  // A region speaks what comes into it, not what it comes with.
  requestAnimationFrame(() => {
    says.textContent = words;
  });
  setTimeout(() => says.remove(), 2500);
}
