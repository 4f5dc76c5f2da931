import { type Duck, readThrough } from '../facts/index.ts';
import type { Institution } from './institution.ts';

/**
 * The same institution with its facts read through another connection, so that reading does not
 * wait for what is being written. Closing it closes that connection alone.
 *
 * @example withReader(institution, await institution.facts.reader())
 */
export function withReader(institution: Institution, duck: Duck): Institution {
  return { ...institution, facts: readThrough(institution.facts, duck), close: () => duck.close() };
}
