import { quoteName, quoteText } from '../../engine/index.ts';
import type { MeasureRequest } from '../../engine/index.ts';
import type { Institution } from '../institution.ts';
import type { Filter } from './name-dimension.ts';

/** What installed capacity was laid out from: rows of staff and absences by import, and calendars. */
export interface CapacitySources {
  readonly imports: readonly { readonly seq: number; readonly rows: number }[];
  readonly calendars: readonly string[];
}

/**
 * Staff and absences that touch `[from, to)`, of the units and people asked for, by the import that
 * brought them, and the calendars of those units. Capacity comes in no file: these are its sources.
 */
export async function findCapacitySources(
  institution: Institution,
  asked: {
    readonly from: string;
    readonly to: string;
    readonly filters: readonly Filter[];
    readonly only?: MeasureRequest['only'];
  },
): Promise<CapacitySources> {
  const { from, to, filters, only = [] } = asked;
  const { settings } = institution.content.catalogue;
  const kept = [...filters.map(({ dimension, value }) => ({ dimension, values: [value] })), ...only]
    .filter(({ dimension }) => dimension === 'unit' || dimension === 'person')
    .map(
      ({ dimension, values }) =>
        ` and ${quoteName(dimension)} in (${values.map((value) => quoteText(value)).join(', ') || 'null'})`,
    )
    .join('');
  const posts = `select distinct person, unit from assignments where from_date < ${quoteText(to)} and to_date >= ${quoteText(from)}${kept}`;
  const touching = (table: string) =>
    `select _import as seq, count(*)::integer as n from ${table}
 where person in (select person from posts) and "from" < ${quoteText(to)} and ("to" is null or "to" >= ${quoteText(from)}) group by 1`;
  const { duck } = institution.facts;
  const rows = await duck.rows(
    `with posts as (${posts})\n${touching('staff')}\nunion all\n${touching('absences')}`,
  );
  const imports = new Map<number, number>();
  for (const row of rows) {
    const seq = Number(row['seq']);
    imports.set(seq, (imports.get(seq) ?? 0) + Number(row['n']));
  }
  const fallback = settings.default_calendar === null ? 'null' : quoteText(settings.default_calendar);
  const calendars = await duck.rows(
    `with posts as (${posts})
select distinct coalesce(uc.calendar, ${fallback}) as calendar
  from posts p left join unit_calendars uc on uc.unit = p.unit order by 1`,
  );
  return {
    imports: [...imports].map(([seq, n]) => ({ seq, rows: n })).sort((a, b) => a.seq - b.seq),
    calendars: calendars.flatMap((row) => (row['calendar'] === null ? [] : [String(row['calendar'])])),
  };
}
