import type { CaseField, CaseKind, LocalText, Scope } from '../../kernel/index.ts';
import type { Institution } from '../institution.ts';
import { CHANNELS } from './channels.ts';
import { type Flow, listFlows, nameProcess, type Place } from './definition.ts';
import { listPublicUnits, listWorkedUnits } from './public-units.ts';
import { sayAllowed, sayPromise } from './say-values.ts';
import { settleRule } from './settle-due.ts';

/** A field as a form draws it. */
export interface ShownField {
  readonly id: string;
  readonly type: CaseField['type'];
  readonly label: LocalText;
  readonly hint: LocalText | null;
  readonly required: boolean;
  readonly choices: CaseField['choices'];
  readonly many: boolean;
}

export function showField({ id, type, label, hint, required, choices, many }: CaseField): ShownField {
  return { id, type, label, hint, required, choices, many };
}

/** What the client is promised before anything is asked: the time, in place of the date. */
export function sayGeneralPromise(place: Place, flow: Flow): LocalText {
  const { limit } = settleRule(place, flow, {}, place.ports.clock());
  return sayPromise(flow, {}, sayAllowed(limit));
}

function toOpenable(place: Place, flow: Flow) {
  const { procedure, definition } = flow;
  const steps = definition.steps.flatMap((id) => {
    const node = procedure.nodes.find((each) => each.id === id);
    return node?.kind === 'step' ? [{ id, number: node.number, name: node.name, text: node.text }] : [];
  });
  return {
    id: procedure.id,
    name: procedure.name,
    kind: definition.kind,
    process: { id: procedure.process, name: nameProcess(place, procedure.process) },
    object: procedure.object,
    requirements: procedure.requirements,
    policies: procedure.policies,
    fields: definition.fields.map(showField),
    papers: definition.papers.map(({ id, label, form }) => ({ id, label, form })),
    steps,
    promise: sayGeneralPromise(place, flow),
  };
}

/** Units a scope reaches; of the whole institution, those the facts or anybody's role name, or itself where none does. */
async function listUnits(place: Place & Pick<Institution, 'facts'>, scope: Scope, today: string) {
  if (scope.units !== null) return scope.units;
  const rows = await place.facts.duck.rows('select distinct unit from unit_calendars where unit is not null');
  const named = new Set([...rows.map((row) => String(row['unit'])), ...listWorkedUnits(place, today)]);
  if (named.size > 0) return [...named].sort((a, b) => a.localeCompare(b, 'es'));
  const profile = place.ledger.findSetting('institution')?.value as { readonly name?: string } | undefined;
  return profile?.name ? [profile.name] : [];
}

/** The procedures cases can be opened by, and the units and channels they can come from. */
export async function describeProcedures(
  place: Place & Pick<Institution, 'facts'>,
  scope: Scope,
  today: string,
) {
  return {
    procedures: listFlows(place)
      .filter(({ procedure }) => scope.processes === null || scope.processes.includes(procedure.process))
      .map((flow) => toOpenable(place, flow)),
    units: await listUnits(place, scope, today),
    channels: CHANNELS,
  };
}

/** A procedure of the public form. */
export interface PublicKind {
  readonly procedure: string;
  readonly kind: CaseKind;
  readonly name: LocalText;
  readonly object: LocalText;
  readonly promise: LocalText;
  readonly fields: readonly ShownField[];
}

/** What the public form asks. Fields that name people who work here are typed, not chosen from a list. */
export async function describePublicForm(
  place: Place,
): Promise<{ institution: string; kinds: PublicKind[]; units: string[] }> {
  const profile = place.ledger.findSetting('institution')?.value as { readonly name?: string } | undefined;
  const kinds = listFlows(place)
    .filter(({ definition }) => definition.public)
    .map((flow) => ({
      procedure: flow.procedure.id,
      kind: flow.definition.kind,
      name: flow.procedure.name,
      object: flow.procedure.object,
      promise: sayGeneralPromise(place, flow),
      fields: flow.definition.fields.map(showField),
    }));
  return { institution: profile?.name ?? '', kinds, units: await listPublicUnits(place) };
}
