import fc from 'fast-check';

/** The part of JSON Schema that routes are written with. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly $ref?: string;
}

/** Texts that some part of a program takes for something else. */
const HOSTILE = [
  '',
  ' ',
  '__proto__',
  'constructor',
  '../../../etc/passwd',
  '..%2f..%2fledger.db',
  "' or 1=1 --",
  '"; drop table requests; --',
  '<script>alert(1)</script>',
  ['$', '{7*7}'].join(''),
  '=cmd|calc',
  '\u0000',
  '\ud800',
  '\u202egpj.exe',
  'ñ'.repeat(300),
  '💥'.repeat(70),
  '1e999',
  '-0',
  '9'.repeat(15),
  'null',
  '%E0%A4%A',
  '2011-06',
  '2011-13',
  '0000-00',
  '9999-12..0001-01',
  '2011-01..2011-06',
  '2011-W53',
] as const;

/** Texts that mean something under a name of the wire (`period`, `unit`…). */
export type Known = (name: string) => readonly string[];

/** Values of a schema under a name, and now and then of another. */
export function toArbitrary(schema: Schema, known: Known, name = ''): fc.Arbitrary<unknown> {
  const { anyOf, oneOf, enum: choices, const: only } = schema;
  const valid = (): fc.Arbitrary<unknown> => {
    if (only !== undefined) return fc.constant(only);
    if (choices) return fc.constantFrom(...choices);
    const parts = anyOf ?? oneOf;
    if (parts) return fc.oneof(...parts.map((part) => toArbitrary(part, known, name)));
    switch (schema.type) {
      case 'string':
        return toText(schema, known(name));
      case 'integer':
      case 'number':
        return toNumber(schema);
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      case 'array':
        return fc.array(toArbitrary(schema.items ?? {}, known, name), {
          minLength: schema.minItems ?? 0,
          maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? 3, 3)),
        });
      case 'object':
        return toObject(schema, known);
      default:
        return fc.jsonValue({ maxDepth: 2 });
    }
  };
  return fc.oneof(
    { weight: 30, arbitrary: valid() },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) },
  );
}

function toText(
  { pattern, format, minLength = 0, maxLength = 400 }: Schema,
  known: readonly string[],
): fc.Arbitrary<string> {
  const fits = (text: string) => text.length >= minLength && text.length <= maxLength;
  const hostile = fc.constantFrom(...HOSTILE);
  const meant = known.length === 0 ? [] : [{ weight: 12, arbitrary: fc.constantFrom(...known) }];
  const plain =
    format === 'email'
      ? fc.emailAddress()
      : format === 'uri'
        ? fc.webUrl()
        : pattern !== undefined
          ? fc.stringMatching(new RegExp(pattern))
          : fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 30), unit: 'binary' });
  const others = [
    { weight: 1, arbitrary: hostile },
    { weight: 2, arbitrary: plain },
  ];
  return fc
    .oneof(...meant, ...others)
    .map((text) => (fits(text) ? text : text.slice(0, maxLength).padEnd(minLength, 'x')));
}

function toNumber({ type, minimum, maximum }: Schema): fc.Arbitrary<number> {
  const [min, max] = [minimum ?? -1e6, maximum ?? 1e6];
  if (type === 'integer') return fc.integer({ min: Math.max(min, -2e9), max: Math.min(max, 2e9) });
  return fc.oneof(fc.double({ min, max, noNaN: true }), fc.constantFrom(0, -1, 1e308, 5e-324));
}

function toObject(
  { properties = {}, required = [], additionalProperties }: Schema,
  known: Known,
): fc.Arbitrary<unknown> {
  // What need not be there is there one time in three.
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, part]) => {
      const value = toArbitrary(part, known, name);
      const rare = fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, value);
      return [name, required.includes(name) ? value : rare];
    }),
  );
  const whole = fc.record(fields, { requiredKeys: Object.keys(fields) });
  if (typeof additionalProperties !== 'object' || Object.keys(properties).length > 0) return whole;
  return fc.dictionary(toText({}, known('')), toArbitrary(additionalProperties, known), { maxKeys: 3 });
}
