import { stringify } from 'yaml';
import type { Mapping } from './read-mapping.ts';

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
  );
}

/**
 * A mapping as the text of its file: what a screen corrected and what a person writes by hand are
 * one thing. `readMapping` of it gives the same mapping back.
 */
export function printMapping(mapping: Mapping): string {
  const said = Object.entries(mapping).filter(([, value]) => !isEmpty(value));
  return stringify(Object.fromEntries(said), { lineWidth: 0 });
}
