/** The kinds of values that keys take, as schemas of YAML's plain values. */
import { z } from 'zod';

/** Text as YAML knows it: `2023` and `true` are texts too, kept as they are written. */
export const text = z.union([z.string(), z.number(), z.boolean()]);
/** A text that says something. */
export const word = text.refine((value) => String(value).trim() !== '');
/** One text, or several. */
export const texts = z.union([text, z.array(text)]);
/** As pandoc reads truth: also `yes`, `no`, `on`, `off`. */
export const truth = z.union([z.boolean(), z.string().regex(/^(y|yes|true|on|n|no|false|off)$/i)]);
/** Also a number in quotes. */
export const number = z.union([z.number().positive(), z.string().regex(/^\d+(\.\d+)?$/)]);
/** A slide’s width or height: also in quotes. */
export const pixels = z.union([z.int().min(100).max(10000), z.string().regex(/^[1-9]\d{2,3}$/)]);
/** `2026-09-21`. */
export const day = z.iso.date();
/** BCP 47, by its shape. */
export const language = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/);
/** An address on the web. */
export const web = z.string().regex(/^https?:\/\/[^\s/]+\S*$/i);
/** Any CSS colour, by its shape: `#2563eb`, `teal`, `oklch(60% 0.2 250)`. */
export const colour = z.string().regex(/^(#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})|[a-z]+|[a-z-]+\([\w\s#%.,/+-]+\))$/i);

/** A regular expression; of several lines, as reveal.js has it. */
export const expression = z.string().refine(isExpression);
/** What such a value has to be. */
export const EXPRESSION = 'a regular expression such as "^---$"';

/** Whether it is a regular expression that JavaScript knows. */
function isExpression(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'mg') instanceof RegExp;
  } catch {
    return false;
  }
}

/** A schema with what the author is told when a value does not fit (“…” is `expects`), and what editors show. */
export function key<Schema extends z.ZodType>(schema: Schema, expects: string, description: string) {
  return schema.meta({ expects, description });
}

/** What a key's value has to be, in words; `expects` of `key`. */
export function expectation(schema: z.ZodType): string {
  return String(schema.meta()?.expects ?? 'something else');
}
