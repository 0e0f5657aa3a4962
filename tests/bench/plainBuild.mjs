/** The options of a plain build, as measurements of single stages give them. */
export const PLAIN_BUILD = {
  asOf: '2026-11-20',
  drafts: false,
  privateNotes: false,
  slideLevel: null,
  url: null,
  dev: false,
  version: '0.1.0',
};
