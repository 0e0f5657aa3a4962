/** The attribute names of HTML: which of an author's keys pass as they are, which need `data-`, which never get out. */

import { isRefusedAttribute } from '../model/refusedHtml.ts';

/** Attributes of HTML 5 as pandoc's writer knows them, without event handlers. */
const KNOWN: ReadonlySet<string> = new Set(
  `abbr accept accept-charset accesskey action allow allowfullscreen alt as async autocapitalize autocomplete autofocus autoplay
  charset checked cite class color cols colspan content contenteditable controls coords crossorigin data datetime decoding default
  defer dir dirname disabled download draggable enctype enterkeyhint for form formaction formenctype formmethod formnovalidate
  formtarget headers height hidden high href hreflang http-equiv id imagesizes imagesrcset inputmode integrity is ismap itemid
  itemprop itemref itemscope itemtype kind label lang list loading loop low manifest max maxlength media method min minlength
  multiple muted name nomodule nonce novalidate open optimum pattern ping placeholder playsinline poster preload readonly
  referrerpolicy rel required reversed role rows rowspan sandbox scope selected shape size sizes slot span spellcheck src srcdoc
  srclang srcset start step style tabindex target title translate type typemustmatch updateviacache usemap value width
  workertype wrap about rev resource property datatype typeof vocab prefix`.split(/\s+/),
);

/** Attributes whose value is an address: without a reference, only a place on the same page may be written. */
const ADDRESSES: ReadonlySet<string> = new Set('cite data href longdesc poster src usemap xlink:href'.split(' '));

/** The name under which an author's key is written: pandoc's rule for HTML 5. */
export function attributeName(key: string): string {
  const name = key.toLowerCase();
  return KNOWN.has(name) || name.startsWith('data-') || name.startsWith('aria-') || name.includes(':') || name.startsWith('on')
    ? key
    : `data-${key}`;
}

/** Whether an attribute never gets out: event handlers, and what would load or send something on its own. */
export function isRefused(name: string): boolean {
  return isRefusedAttribute(name) || !/^[a-z_:][\w:.-]*$/i.test(name);
}

/** Whether the value of an attribute is an address. */
export function isAddress(name: string): boolean {
  return ADDRESSES.has(name.toLowerCase());
}
