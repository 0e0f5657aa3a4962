/** How much a slide may hold before it is worth a word: the catalogue says it, and the check keeps it. */

/** Words outside of code, tables and notes. */
export const MOST_WORDS = 100;
/** Items of all its lists, those in lists among them. */
export const MOST_ITEMS = 12;
/** Lists in lists. */
export const MOST_LEVELS = 3;
