import {
  type CaseDeadline,
  type Dataset,
  type FormAmount,
  type LocalText,
  multiply,
  type Procedure,
  parseDecimal,
} from '../../kernel/index.ts';
import { quoteName, quoteText } from '../../engine/index.ts';
import { type Catalogue, printDecimal } from '../../library/index.ts';
import type { Institution } from '../institution.ts';
import { hoursOfDay } from './check-form.ts';
import { ANNULLED, findAnnulledColumn, findTermDataset } from './start-form.ts';

/** A service of the facts whose term could be measured. */
export interface MeasurableService {
  /** Id of its process. */
  readonly id: string;
  readonly name: LocalText;
  /** Facts of it, and those of them that have closed. */
  readonly n: number;
  readonly closed: number;
  /** Minutes of the clock within which half of those closed did; null where none closed. */
  readonly usual_min: number | null;
  /** The term its procedure promises, ready for a standard; null where none says one. */
  readonly limit: FormAmount | null;
}

export interface MeasurableServices {
  /** The data set they are read from; null where none has a start and an end. */
  readonly dataset: string | null;
  /** Services without an indicator of their term, or one that waits to be approved; most facts first. */
  readonly services: readonly MeasurableService[];
  /** Hours of attention of a working day, where every day of the own calendar has as many; null where not. */
  readonly day_hours: string | null;
  /** How many services have one already. */
  readonly measured: number;
}

const MICROSECONDS_OF_MINUTE = 60_000_000;

/** The column of a data set that says which process a fact is of. */
export function findProcessColumn(dataset: Dataset): string | null {
  return dataset.columns.find(({ codes }) => codes === 'process')?.name ?? null;
}

/** A promised term in a unit that a standard takes; null for one that only the country's rule says. */
function toAmount(deadline: CaseDeadline, catalogue: Catalogue): FormAmount | null {
  switch (deadline.kind) {
    case 'clock':
      return { number: String(deadline.hours), unit: 'h' };
    case 'minutes':
      return { number: String(deadline.minutes), unit: 'min' };
    case 'working-hours':
      return { number: String(deadline.hours), unit: 'working_h' };
    case 'working-days': {
      // A working day is as long as the own calendar says; where days differ nobody can say it in hours.
      const [days, hours] = [parseDecimal(String(deadline.days)), parseDecimal(hoursOfDay(catalogue) ?? '')];
      return days && hours ? { number: printDecimal(multiply(days, hours)), unit: 'working_h' } : null;
    }
    case 'rule':
      return null;
    default:
      return deadline satisfies never;
  }
}

/** The term that the newest procedure of a process promises. */
function findLimit(catalogue: Catalogue, process: string): FormAmount | null {
  const newest = [...catalogue.procedures.values()]
    .filter((each) => each.process === process)
    .reduce<Procedure | null>((best, each) => (best === null || each.from >= best.from ? each : best), null);
  return newest?.case ? toAmount(newest.case.deadline, catalogue) : null;
}

/** Processes whose term some indicator measures already. */
function listMeasured({ content }: Institution, dataset: Dataset): ReadonlySet<string> {
  const { sheets } = content.catalogue;
  const terms = [...content.indicators.values()].filter(
    (indicator) => indicator.dataset === dataset.id && sheets.get(indicator.id)?.measure !== null,
  );
  return new Set(terms.flatMap(({ id }) => sheets.get(id)?.process ?? []));
}

/** Processes of which a new indicator waits to be approved. */
function listWaiting({ ledger }: Institution): ReadonlySet<string> {
  const open = ledger.proposals.list({ open: true, kind: 'change-indicator' });
  return new Set(
    open.flatMap(({ payload }) => {
      const { fresh, process_path } = payload as { fresh?: unknown; process_path?: readonly string[] };
      return fresh === true ? (process_path?.slice(0, 1) ?? []) : [];
    }),
  );
}

/**
 * The services that stand in the rows and that no indicator measures yet, each with how long half of
 * its cases take and the term it promises where its procedure says one; annulled ones are not counted. A bag of small services is
 * left out: one term for all of them would say nothing.
 */
export async function listServices(institution: Institution): Promise<MeasurableServices> {
  const { catalogue } = institution.content;
  const dataset = findTermDataset(catalogue);
  const process = dataset && findProcessColumn(dataset);
  if (!dataset || !process || dataset.opens === null || dataset.closes === null)
    return { dataset: null, services: [], day_hours: null, measured: 0 };
  const [opens, closes, of] = [dataset.opens, dataset.closes, process].map(quoteName);
  const status = findAnnulledColumn(dataset, catalogue);
  const kept =
    status === undefined ? '' : ` and ${quoteName(status)} is distinct from ${quoteText(ANNULLED)}`;
  const rows = await institution.facts.duck.rows(
    `select ${of} as process, count(*) as n, count(${closes}) as closed, ` +
      `median(epoch_us(${closes}) - epoch_us(${opens})) as usual ` +
      `from ${quoteName(dataset.id)} where ${of} is not null${kept} group by all order by n desc, process`,
  );
  const measured = listMeasured(institution, dataset);
  const waiting = listWaiting(institution);
  const known = rows.flatMap(({ process: id, n, closed, usual }) => {
    const found = catalogue.processes.get(String(id));
    if (!found || found.mixed) return [];
    const usual_min = usual === null ? null : Math.round(Number(usual) / MICROSECONDS_OF_MINUTE);
    const limit = findLimit(catalogue, found.id);
    return [{ id: found.id, name: found.name, n: Number(n), closed: Number(closed), usual_min, limit }];
  });
  return {
    dataset: dataset.id,
    services: known.filter(({ id, closed }) => closed > 0 && !measured.has(id) && !waiting.has(id)),
    day_hours: hoursOfDay(catalogue),
    measured: known.filter(({ id }) => measured.has(id)).length,
  };
}
