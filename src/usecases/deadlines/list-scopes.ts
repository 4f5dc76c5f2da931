import { type CaseField, type CaseKind, type LocalText, type Procedure } from '../../kernel/index.ts';
import type { Institution } from '../institution.ts';

type Content = Pick<Institution, 'content'>;

/** Cases of a kind that a deadline may be of alone: those with one answer to a question of their form. */
export interface DeadlineScope {
  readonly when: string;
  /** The question, and the answer. */
  readonly field: LocalText;
  readonly choice: LocalText;
}

/** A list to choose from that is longer tells topics apart, not deadlines. */
const MOST_CHOICES = 12;

/** Procedures whose cases take the deadline of the country, by kind. */
export function listRuled({ content }: Content, kind: CaseKind): Procedure[] {
  return [...content.catalogue.procedures.values()].filter(
    ({ case: definition }) => definition?.kind === kind && definition.deadline.kind === 'rule',
  );
}

function listFields(place: Content, kind: CaseKind): CaseField[] {
  return listRuled(place, kind).flatMap(({ case: definition }) => definition?.fields ?? []);
}

/** What a deadline of a kind may depend on, in the order of its form. */
export function listScopes(place: Content, kind: CaseKind): DeadlineScope[] {
  const found = new Map<string, DeadlineScope>();
  for (const { id, type, many, choices, label } of listFields(place, kind)) {
    if (type !== 'choice' || many || choices.length > MOST_CHOICES) continue;
    for (const choice of choices) {
      const when = `${id} = '${choice.id}'`;
      if (!found.has(when)) found.set(when, { when, field: label, choice: choice.label });
    }
  }
  return [...found.values()];
}

/** `operation = 'exterior'`, or `right in ('acceso', 'rectificacion')`. */
const ONE_OF = /^\s*([a-z0-9_]+)\s*(?:=\s*('[^']*')|in\s*\(([^()]*)\))\s*$/i;

/** The cases a condition is for, in words; null where it says more than which answers. */
export function nameScope(place: Content, kinds: readonly CaseKind[], when: string): LocalText | null {
  const [, id, one, several] = ONE_OF.exec(when) ?? [];
  const ids = [...(one ?? several ?? '').matchAll(/'([^']*)'/g)].map((match) => match[1]);
  const field = kinds.flatMap((kind) => listFields(place, kind)).find((each) => each.id === id);
  const names = ids.map((choice) => field?.choices.find((each) => each.id === choice)?.label);
  if (names.length === 0 || names.includes(undefined)) return null;
  const join = (language: 'es' | 'en', or: string): string =>
    names
      .map((name, at) =>
        name?.[language].replace(/^\p{L}/u, (first) => (at === 0 ? first : first.toLowerCase())),
      )
      .join(` ${or} `);
  return { es: join('es', 'o'), en: join('en', 'or') };
}
