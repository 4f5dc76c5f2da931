import type { LocalText, Procedure, Scope } from '../../kernel/index.ts';
import type { Institution } from '../institution.ts';
import { reachesProcess } from './reach-log.ts';

/** A log in the list. */
export interface LogLine {
  readonly id: string;
  readonly name: LocalText;
  readonly file_name: string | null;
  readonly procedure: string | null;
  readonly process: string | null;
  /** Null of the cases worked here: they grow. */
  readonly cases: number | null;
  readonly events: number | null;
  readonly added_by: string | null;
  readonly added_at: string | null;
}

export interface LogList {
  readonly logs: readonly LogLine[];
  /** Procedures in reach that a log may be held against. */
  readonly procedures: readonly Procedure[];
}

type Place = Pick<Institution, 'ledger' | 'content'>;

/** The logs in reach: those kept, latest first, then that of the cases worked here of each procedure. */
export function listLogs({ ledger, content }: Place, { scope }: { readonly scope: Scope }): LogList {
  const procedures = [...content.catalogue.procedures.values()].filter(({ process }) =>
    reachesProcess(content, scope, process),
  );
  const kept = ledger.event_logs
    .list()
    .filter(({ process }) => reachesProcess(content, scope, process))
    .map((log) => ({
      id: String(log.id),
      name: { es: log.name, en: log.name },
      file_name: log.file_name,
      procedure: log.steps.procedure,
      process: log.process,
      cases: log.cases,
      events: log.events,
      added_by: log.added_by === null ? null : (ledger.people.find(log.added_by)?.name ?? null),
      added_at: log.added_at,
    }));
  const worked = procedures
    .filter((procedure) => procedure.case !== null)
    .map(({ id, name, process }) => ({
      id: `worked-${id}`,
      name,
      file_name: null,
      procedure: id,
      process,
      cases: null,
      events: null,
      added_by: null,
      added_at: null,
    }));
  return { logs: [...kept, ...worked], procedures };
}
