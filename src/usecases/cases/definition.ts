import {
  type Actor,
  type CaseAction,
  type CaseDefinition,
  type CaseState,
  type LocalText,
  type Procedure,
  Refusal,
} from '../../kernel/index.ts';
import type { CaseRecord } from '../../ledger/index.ts';
import type { Institution } from '../institution.ts';

/** What use cases of cases work with. */
export type Place = Pick<Institution, 'folder' | 'content' | 'ledger' | 'facts' | 'ports'>;

/** A procedure by which cases are opened. */
export interface Flow {
  readonly procedure: Procedure;
  readonly definition: CaseDefinition;
}

/** The procedure of that id that cases flow by; null where there is none, or it is only documented. */
export function findFlow({ content }: Pick<Place, 'content'>, id: string): Flow | null {
  const procedure = content.catalogue.procedures.get(id);
  return procedure?.case ? { procedure, definition: procedure.case } : null;
}

/** The same; refuses `procedure-not-found`. */
export function getFlow(place: Pick<Place, 'content'>, id: string): Flow {
  const flow = findFlow(place, id);
  if (flow === null) throw new Refusal('procedure-not-found', { procedure: id });
  return flow;
}

/** Every procedure that cases flow by, in the order of the packs. */
export function listFlows({ content }: Pick<Place, 'content'>): Flow[] {
  return [...content.catalogue.procedures.values()].flatMap((procedure) =>
    procedure.case ? [{ procedure, definition: procedure.case }] : [],
  );
}

/** The same words in both languages: for what has no name of its own. */
export const alike = (text: string): LocalText => ({ es: text, en: text });

/** The state of a case as its procedure says it today; null where the procedure no longer has it. */
export function findState(flow: Flow | null, state: string): CaseState | null {
  return flow?.definition.states.find(({ id }) => id === state) ?? null;
}

/** An act by its id; null where the procedure no longer has it. */
export function findAction(flow: Flow | null, action: string | null): CaseAction | null {
  return flow?.definition.actions.find(({ id }) => id === action) ?? null;
}

/** Whether an act ends the service for nothing. */
export function isAnnulling(flow: Flow, action: CaseAction): boolean {
  return action.to !== null && findState(flow, action.to)?.status === 'anulado';
}

/** A lane by its id. */
export function findActor(flow: Flow | null, actor: string | null): Actor | null {
  return flow?.procedure.actors.find(({ id }) => id === actor) ?? null;
}

/** The name of a process, its id where nobody named it. */
export function nameProcess({ content }: Pick<Place, 'content'>, id: string): LocalText {
  return content.catalogue.processes.get(id)?.name ?? alike(id);
}

/** A field of a case by its id, asked when it was opened or by one of its acts. */
export function findField(flow: Flow | null, id: string) {
  if (flow === null) return null;
  const { fields, actions } = flow.definition;
  const all = [...fields, ...actions.flatMap((action) => action.fields)];
  return all.find((field) => field.id === id) ?? null;
}

/** A case by its number; refuses `case-not-found`. */
export function getCase({ ledger }: Pick<Place, 'ledger'>, number: string): CaseRecord {
  const found = ledger.cases.find(number);
  if (found === undefined) throw new Refusal('case-not-found', { number });
  return found;
}
