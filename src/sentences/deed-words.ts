import type { LocalText } from '../kernel/index.ts';

/** What is told of a deed: names and counts read from what it wrote. */
export type DeedParams = Readonly<Record<string, string | number | null>>;

/** How a kind of link is named and said. */
export interface DeedWords {
  readonly name: LocalText;
  /** After the name of who did it. */
  readonly es: (p: DeedParams) => string;
  readonly en: (p: DeedParams) => string;
}

/** «; motivo: …», where one was given. */
export const because = (p: DeedParams, word: string) => (p['reason'] ? `; ${word}: ${p['reason']}` : '');

/** The words of a kind of link: its name, and what follows the name of who did it. */
export const deed = (
  es: string,
  en: string,
  sayEs: (p: DeedParams) => string,
  sayEn: (p: DeedParams) => string,
): DeedWords => ({ name: { es, en }, es: sayEs, en: sayEn });
