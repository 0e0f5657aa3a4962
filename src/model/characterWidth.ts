/** A character → how many columns it takes where all letters are as wide. */

/** Unicode's East Asian Width W and F (UAX 11), as whole blocks; emoji are told by their own property. */
const WIDE =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\u4DBF\u4E00-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{17000}-\u{18CFF}\u{1B000}-\u{1B2FF}\u{20000}-\u{3FFFD}]/u;
const EMOJI = /^(?:\p{Emoji_Presentation}|\p{Regional_Indicator}|\p{Emoji}\uFE0F)/u;
const NONE = /^[\p{M}\u200B-\u200D\u2060\uFEFF]/u;

/** 0 for a combining mark and what has no width, 2 for emoji and East Asian wide characters; by the first of `text`. */
export function characterWidth(text: string): 0 | 1 | 2 {
  if (WIDE.test(text) || EMOJI.test(text)) return 2;
  return NONE.test(text) ? 0 : 1;
}
