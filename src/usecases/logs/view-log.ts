import { type LocalText, Refusal, type Scope } from '../../kernel/index.ts';
import { rawPath } from '../../facts/index.ts';
import { printNumber, sayFinding } from '../../sentences/index.ts';
import type { EventLogRecord } from '../../ledger/index.ts';
import type { Institution } from '../institution.ts';
import { askFlow } from './ask-flow.ts';
import { getProcedure } from './get-procedure.ts';
import type { LogReading } from './log-analysis.ts';
import { type LogView, toLogView } from './log-view.ts';
import { refuseOutOfReach } from './reach-log.ts';
import { countAnnulled, loadWorkedLog, toWorkedKey } from './worked-log.ts';

type Place = Pick<Institution, 'folder' | 'ledger' | 'content' | 'facts'>;

/** A log, or the sentence that says why there is nothing to follow yet. */
export interface LogAnswer {
  readonly name: LocalText;
  readonly log: LogView | null;
  readonly empty: LocalText | null;
}

/** That annulled cases are left out, where there are any. */
function sayAnnulled(n: number): readonly LocalText[] {
  if (n === 0) return [];
  return [
    {
      es:
        n === 1
          ? 'Un caso anulado no se mira aquí.'
          : `${printNumber(n, 'es')} casos anulados no se miran aquí.`,
      en: n === 1 ? 'One annulled case is left out.' : `${printNumber(n, 'en')} annulled cases are left out.`,
    },
  ];
}

/** How the log of the cases worked here of a procedure is named. */
const WORKED = 'worked-';

async function viewWorked(institution: Place, id: string, scope: Scope): Promise<LogAnswer> {
  const procedure = getProcedure(institution.content, id);
  refuseOutOfReach(institution.content, scope, procedure.process);
  const { name } = procedure;
  const about = { id: `${WORKED}${procedure.id}`, name, file_name: null, procedure, steps: {} };
  try {
    const key = toWorkedKey(institution, procedure.id);
    const analysis = await askFlow(key, { procedure, steps: {}, worked: true }, async () => {
      const table = await loadWorkedLog(institution, procedure);
      if (table.time_us.length === 0) throw new Refusal('log-empty', {});
      return { kind: 'table', table };
    });
    const log = toLogView(about, analysis);
    const annulled = sayAnnulled(countAnnulled(institution, procedure));
    return { name, log: { ...log, sentences: [...log.sentences, ...annulled] }, empty: null };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'log-empty') throw error;
    return { name, log: null, empty: sayFinding('log-empty') };
  }
}

/** Names the events of a file read in one way. */
export function toFileKey(sha256: string, reading: LogReading | null): string {
  return `${sha256}/${JSON.stringify(reading)}`;
}

async function viewKept(institution: Place, record: EventLogRecord): Promise<LogView> {
  const { folder, content, facts } = institution;
  const { procedure: id, of: steps } = record.steps;
  // A procedure that is no longer in the packs is no reason to hide the log.
  const procedure = id === null ? null : (content.catalogue.procedures.get(id) ?? null);
  const reading = record.reading as LogReading | null;
  const key = toFileKey(record.raw_sha256, reading);
  const analysis = await askFlow(key, { procedure, steps }, async () => ({
    kind: 'file',
    path: rawPath(folder, record.raw_sha256),
    reading,
    temp: facts.temp,
    fresh: false,
  }));
  const name = { es: record.name, en: record.name };
  return toLogView({ id: String(record.id), name, file_name: record.file_name, procedure, steps }, analysis);
}

/** A kept log; refuses `log-not-found`, and `out-of-scope` where it is of a process out of reach. */
export function getLog(
  institution: Pick<Place, 'ledger' | 'content'>,
  id: string,
  scope: Scope,
): EventLogRecord {
  const record = /^\d{1,9}$/.test(id) ? institution.ledger.event_logs.find(Number(id)) : undefined;
  if (!record) throw new Refusal('log-not-found', { id });
  refuseOutOfReach(institution.content, scope, record.process);
  return record;
}

/**
 * A log held against its procedure: what follows what, the ways cases went, and where they depart.
 * Nothing is worked out twice. Refuses `log-not-found`, `out-of-scope`.
 */
export async function viewLog(
  institution: Place,
  { id, scope }: { readonly id: string; readonly scope: Scope },
): Promise<LogAnswer> {
  if (id.startsWith(WORKED)) return viewWorked(institution, id.slice(WORKED.length), scope);
  const log = await viewKept(institution, getLog(institution, id, scope));
  return { name: log.name, log, empty: null };
}
