/**
 * Content as plain JSON and back: whole numbers of any size and maps go under a name of their own.
 * What was frozen is read again by this alone, so a form once written stays readable.
 */
export function toPlainJson(value: unknown): unknown {
  if (typeof value === 'bigint') return { $whole: String(value) };
  if (value instanceof Map)
    return { $map: [...value].map(([key, item]) => [toPlainJson(key), toPlainJson(item)]) };
  if (Array.isArray(value)) return value.map(toPlainJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, toPlainJson(item)]])),
  );
}

/** The value that `toPlainJson` wrote. */
export function fromPlainJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromPlainJson);
  if (typeof value !== 'object' || value === null) return value;
  if ('$whole' in value) return BigInt(value.$whole as string);
  if ('$map' in value)
    return new Map(
      (value.$map as [unknown, unknown][]).map(([key, item]) => [fromPlainJson(key), fromPlainJson(item)]),
    );
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fromPlainJson(item)]));
}
