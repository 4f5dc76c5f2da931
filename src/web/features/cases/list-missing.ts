import type { Check, Openable } from './answers.ts';
import type { Draft } from './draft.ts';

/** What is still to be answered, ticked or confirmed; each by the id of its element on the page. */
export interface Missing {
  readonly client: boolean;
  readonly unit: boolean;
  readonly answers: readonly string[];
  readonly papers: readonly string[];
  readonly steps: readonly string[];
}

/** Says what is missing before a case can be opened, by what the server says is asked. */
export function listMissing(openable: Openable, check: Check, draft: Draft): Missing {
  const asked = new Set(check.asked);
  const given = (id: string) => {
    const value = draft.fields[id];
    return value !== undefined && value !== null && (!Array.isArray(value) || value.length > 0);
  };
  return {
    client: openable.kind === 'solicitud' && draft.client.trim() === '',
    unit: draft.unit === '',
    answers: openable.fields
      .filter(({ id, required }) => required && asked.has(id) && !given(id))
      .map(({ id }) => id),
    papers: check.papers.filter((id) => !draft.papers.includes(id)),
    steps: openable.steps.filter(({ id }) => !draft.steps.some((step) => step.id === id)).map(({ id }) => id),
  };
}

/** The elements of what is missing, in the order of the page. */
export function listPlaces(missing: Missing): readonly string[] {
  return [
    ...(missing.client ? ['place-client'] : []),
    ...(missing.unit ? ['place-unit'] : []),
    ...missing.answers.map((id) => `place-field-${id}`),
    ...missing.papers.map((id) => `place-paper-${id}`),
    ...missing.steps.map((id) => `place-step-${id}`),
  ];
}
