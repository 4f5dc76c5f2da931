import type { Sheet, Warning } from '../../../kernel/index.ts';
import { quoteName } from '../../../engine/index.ts';
import type { Institution } from '../../institution.ts';
import { type PageInput, planPage } from '../page-rows.ts';

/** Column of a data set with the minutes by the clock that a fact stood waiting for the client. */
const WAITING = 'waiting_min';
const MINUTE_US = 60_000_000;
const ALL = 2_000_000_000;

/**
 * What an indicator of the time from opening to closing counts of waits for the client: all of them, unless
 * its sheet takes them out. A warning with how many facts waited (`n`) and how long together (`minutes`);
 * null where none did, where the sheet says what it does with them, and for other measures.
 */
export async function readWaits(
  institution: Institution,
  input: Omit<PageInput, 'state' | 'order' | 'offset' | 'limit' | 'key_has' | 'dataset'>,
  sheet: Sheet,
): Promise<Warning | null> {
  const indicator = institution.content.indicators.get(input.indicator);
  const dataset = institution.content.catalogue.datasets.get(indicator?.dataset ?? '');
  if (!dataset || dataset.closes === null || sheet.measure === null) return null;
  if (!dataset.columns.some(({ name }) => name === WAITING)) return null;
  const says = (name: string) => new RegExp(`\\b${name}\\b`).test(`${sheet.measure} ${sheet.formula}`);
  if (!says(dataset.closes) || says(WAITING)) return null;
  const { duck } = institution.facts;
  const waited = `select _import, _row, ${WAITING} from ${quoteName(dataset.id)} where ${WAITING} > 0`;
  if ((await duck.rows(`${waited} limit 1`)).length === 0) return null;
  const { plan } = await planPage(institution, {
    ...input,
    dataset: null,
    state: 'counted',
    key_has: null,
    order: { by: 'date', descending: false },
    offset: 0,
    limit: ALL,
  });
  const [row] = await duck.rows(
    `select count(*) as n, coalesce(sum(w.${WAITING}), 0)::double as us from (${plan.sql}) f join (${waited}) w on w._import = f.import_seq and w._row = f.import_row`,
  );
  const n = Number(row?.['n'] ?? 0);
  if (n === 0) return null;
  return { code: 'waits-counted', params: { n, minutes: Number(row!['us']) / MINUTE_US } };
}
