/** The table of keys → a JSON Schema (draft 7) for editors: what it refuses, `check` calls an error or a warning. */
import { z } from 'zod';
import { RULES } from '../../model/rules.ts';
import { PRIVACY } from './checkKeys.ts';
import { COURSE_KEYS } from './courseKeys.ts';
import { expectation } from './kinds.ts';
import { LECTURE_KEYS } from './lectureKeys.ts';
import { NOT_BUILT, REVEAL_MAPS, REVEAL_OPTIONS_OF_OURS, SAME_AS } from './otherKeys.ts';

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

type Properties = Readonly<Record<string, JsonSchema>>;

/** What the front matter of a lecture may hold, or that of the course. Keys that are not known are allowed, as in `check`. */
export function frontMatterSchema(kind: 'lecture' | 'course'): JsonSchema {
  const about = { $schema: 'http://json-schema.org/draft-07/schema#', title: `The front matter of a ${kind}, for Lectern` };
  if (kind === 'lecture') return { ...about, ...mapOf(lectureProperties()) };
  return { ...about, ...mapOf(courseProperties()), definitions: { lecture: mapOf(lectureProperties()) } };
}

function lectureProperties(): Properties {
  return { ...named(propertiesOf(LECTURE_KEYS)), ...notBuilt() };
}

function courseProperties(): Properties {
  const own = propertiesOf(COURSE_KEYS);
  const defaults = { description: describe(COURSE_KEYS.defaults), anyOf: [{ $ref: '#/definitions/lecture' }, NOTHING] };
  const misplaced = [...PRIVACY].map((key) => [key, refused(`“${key}” is a key of a lecture: put it under “defaults”.`)]);
  return { ...named({ ...own, defaults, rules: rules() }), ...Object.fromEntries(misplaced), ...notBuilt() };
}

/** Editors offer the names, and say what each is about; a rule that is always an error cannot be changed. */
function rules(): JsonSchema {
  const severity = { enum: ['warning', 'info', 'off', false] };
  const changeable = Object.entries(RULES).filter(([, { severity, also }]) => severity !== 'error' || also !== undefined);
  const properties = Object.fromEntries(changeable.map(([name, { summary }]) => [name, { description: summary, ...severity }]));
  return {
    description: describe(COURSE_KEYS.rules),
    type: ['object', 'null'],
    properties,
    additionalProperties: severity,
  };
}

const NOTHING = { type: 'null' } as const;

function mapOf(properties: Properties): JsonSchema {
  return { type: 'object', properties, additionalProperties: true };
}

/** Each key by itself: `io: 'input'` leaves nothing required, and what has no value is as if it were not there. */
function propertiesOf(keys: Readonly<Record<string, z.ZodType>>): Properties {
  return Object.fromEntries(
    Object.entries(keys).map(([key, schema]) => {
      return [key, { description: describe(schema), ...orNothing(plain(z.toJSONSchema(schema, OPTIONS))) }];
    }),
  );
}

const OPTIONS = { io: 'input', target: 'draft-7', reused: 'inline' } as const;

function plain({ $schema: _, description: __, expects: ___, ...schema }: JsonSchema): JsonSchema {
  return schema;
}

/** A key may stand without a value; where the schema is a plain one it says so in itself, as messages then say less. */
function orNothing({ type, enum: values, const: value, anyOf, ...rest }: JsonSchema): JsonSchema {
  if (value !== undefined) return { enum: [value, null] };
  if (Array.isArray(values)) return { enum: [...(values as readonly unknown[]), null] };
  if (Array.isArray(anyOf)) return { ...rest, anyOf: [...(anyOf as readonly unknown[]), NOTHING] };
  return { ...rest, type: [type, 'null'].flat() };
}

function describe(schema: z.ZodType): string {
  return `${String(schema.meta()?.description ?? '')} Takes ${expectation(schema)}.`;
}

/** The same under the names that other programs give it, alone and in their maps of options. */
function named(properties: Properties): Properties {
  const same = [...SAME_AS].flatMap(([name, key]) => (properties[key] === undefined ? [] : [[name, properties[key]] as const]));
  const all = { ...properties, ...Object.fromEntries(same) };
  const options = Object.entries(all).filter(([name]) => REVEAL_OPTIONS_OF_OURS.has(SAME_AS.get(name) ?? name));
  const map = { anyOf: [mapOf(Object.fromEntries(options)), { type: ['string', 'number', 'boolean', 'array', 'null'] }] };
  const maps = options.length === 0 ? [] : [...REVEAL_MAPS].map((name) => [name, map] as const);
  return { ...all, ...Object.fromEntries(maps) };
}

function notBuilt(): Properties {
  return Object.fromEntries([...NOT_BUILT].map((key) => [key, refused(`“${key}” is not built yet.`)]));
}

function refused(description: string): JsonSchema {
  return { description, not: {} };
}
