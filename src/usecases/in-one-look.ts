import type { Row } from '../facts/index.ts';
import type { Institution } from './institution.ts';

/**
 * Works on the facts as they are at one moment: an import that ends meanwhile is not seen, and a
 * statement asked twice is run once. Looks do not nest, and nothing is written in one.
 */
export function inOneLook<T>(
  institution: Institution,
  work: (institution: Institution) => Promise<T>,
): Promise<T> {
  const { facts } = institution;
  const { duck } = facts;
  const asked = new Map<string, Promise<readonly Row[]>>();
  const rows = (sql: string) => {
    const known = asked.get(sql) ?? duck.rows(sql);
    asked.set(sql, known);
    return known;
  };
  return duck.transaction(() => work({ ...institution, facts: { ...facts, duck: { ...duck, rows } } }));
}
