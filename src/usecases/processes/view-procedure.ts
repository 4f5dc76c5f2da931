import { type LocalText, type Procedure, Refusal } from '../../kernel/index.ts';
import { sayFinding } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import { measureSteps, type StepQuery, type StepTime } from './measure-steps.ts';
import { getProcess } from './view-process.ts';

/** A procedure with the times measured on its steps. */
export interface ProcedureView {
  readonly process: { readonly id: string; readonly name: LocalText };
  readonly procedure: Procedure;
  /** The other procedures of its process. */
  readonly others: readonly { readonly id: string; readonly name: LocalText }[];
  readonly period: string | null;
  readonly sentence: LocalText;
  readonly times: readonly (StepTime & { readonly node: string })[];
  /** Id of the log that the times come from; null where they are of the cases worked here. */
  readonly log: string | null;
}

/** Times of a procedure's steps from elsewhere: a log that was brought. */
export interface OtherTimes extends Pick<ProcedureView, 'times'> {
  readonly log: string;
  readonly name: LocalText;
  readonly cases: number;
  /** ISO instants. */
  readonly from: string;
  readonly to: string;
}

/**
 * A procedure of a process: the one named, or its first. Refuses `procedure-not-found` for one the
 * process does not have.
 */
export function getProcedure(
  institution: Pick<Institution, 'content'>,
  process: string,
  id: string | null,
): { readonly procedure: Procedure; readonly others: readonly Procedure[] } {
  const all = [...institution.content.catalogue.procedures.values()].filter(
    (each) => each.process === process,
  );
  const procedure = all.find((each) => each.id === id) ?? (id === null ? all[0] : undefined);
  if (!procedure) {
    const { name } = getProcess(institution, process);
    throw new Refusal('procedure-not-found', { procedure: id ?? name.es });
  }
  return { procedure, others: all.filter((each) => each !== procedure) };
}

/**
 * The procedure's page: its sheet and steps, and how long each step takes in the cases worked here.
 *
 * @param findOther times where no case of the period has any
 */
export async function viewProcedure(
  institution: Institution,
  id: string | null,
  asked: Omit<StepQuery, 'procedure'>,
  findOther: (procedure: Procedure) => Promise<OtherTimes | null>,
): Promise<ProcedureView> {
  const { name } = getProcess(institution, asked.process);
  const { procedure, others } = getProcedure(institution, asked.process, id);
  const { times, cases } = measureSteps(institution, { ...asked, procedure: procedure.id });
  const steps = procedure.nodes.filter(({ kind }) => kind === 'step');
  const timed = steps.flatMap(({ id: node }) => {
    const time = times.get(node);
    return time ? [{ node, ...time }] : [];
  });
  const other = timed.length === 0 ? await findOther(procedure) : null;
  return {
    process: { id: asked.process, name },
    procedure,
    others: others.map(({ id: other, name }) => ({ id: other, name })),
    period: asked.period,
    sentence: sayFinding('procedure-page', {
      steps: steps.length,
      actors: new Set(procedure.nodes.map(({ actor }) => actor)).size,
      period: asked.period ?? '',
      cases: other?.cases ?? cases,
      timed: other?.times.length ?? timed.length,
      ...(other && { log_es: other.name.es, log_en: other.name.en, from: other.from, to: other.to }),
    }),
    times: other?.times ?? timed,
    log: other?.log ?? null,
  };
}
