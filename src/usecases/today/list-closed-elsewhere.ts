import { quoteName } from '../../engine/index.ts';
import { rowsTable, WORKED } from '../../facts/index.ts';
import { type CaseRecord, isOnDesk } from '../../ledger/index.ts';
import type { Institution } from '../institution.ts';
import { DAY_DATASETS } from './list-file-lines.ts';
import type { Reach } from './list-worked-lines.ts';

/** Most that are told at once. */
const MOST = 200;

/** Cases that are open here and that a file of the core tells as closed: somebody has to confirm them. */
export async function listClosedElsewhere(
  { content, facts, ledger }: Institution,
  { units, processes, desk, except = [] }: Reach,
): Promise<readonly CaseRecord[]> {
  const found: CaseRecord[] = [];
  const onDesk = desk === undefined ? null : isOnDesk(desk);
  for (const id of DAY_DATASETS) {
    const dataset = content.catalogue.datasets.get(id);
    if (!dataset || dataset.closes === null) continue;
    const [table, closes] = [rowsTable(dataset), quoteName(dataset.closes)];
    const told = `(select * from ${table} where _import <> ${WORKED} and _current and ${closes} is not null)`;
    const sameKey = dataset.key.map(quoteName).map((key) => `w.${key} = f.${key}`);
    const rows = await facts.duck.rows(
      `select w._row as event from ${table} w semi join ${told} f on ${sameKey.join(' and ')} where w._import = ${WORKED} and not w._current and w.${closes} is null order by 1 limit ${MOST}`,
    );
    for (const { event } of rows) {
      const [record] = ledger.cases.changedAfter(Number(event) - 1, 1);
      const isSame = record?.last_event === Number(event) && record.stopped_at === null;
      if (!record || !isSame) continue;
      const within =
        (units === null || units.includes(record.unit)) &&
        (processes === null || processes.includes(record.process)) &&
        (onDesk === null || onDesk(record)) &&
        !except.includes(record.number);
      if (within) found.push(record);
    }
  }
  return found;
}
