import { LANGUAGES, type LocalText, type Params } from '../kernel/index.ts';
import { sayRefusal } from './say-problem.ts';

/**
 * What was found, as a sentence in each language, from its code and params. A code without words is
 * a bug: plain Error.
 */
export function sayFinding(code: string, params: Params = {}): LocalText {
  return Object.fromEntries(
    LANGUAGES.map((language) => [language, sayRefusal(code, params, language)]),
  ) as unknown as LocalText;
}
