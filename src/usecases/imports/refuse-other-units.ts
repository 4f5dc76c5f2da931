import { type Dataset, Refusal } from '../../kernel/index.ts';
import { quoteName } from '../../engine/index.ts';
import type { Institution } from '../institution.ts';

/**
 * Refuses staged rows of other units than those a person loads for, with how many there are; so is
 * a data set whose rows name no unit, since nobody could tell whose they are.
 */
export async function refuseOtherUnits(
  { facts, ledger }: Institution,
  dataset: Dataset,
  units: readonly string[] | null,
): Promise<void> {
  if (units === null) return;
  const column = dataset.columns.find(({ of }) => of === 'unit');
  if (!column)
    throw new Refusal('dataset-without-unit', {
      dataset: dataset.id,
      es: dataset.name.es,
      en: dataset.name.en,
    });
  const merges = ledger.resolveMerges('unit');
  const rows = await facts.duck.rows(
    `select ${quoteName(column.name)} as unit, count(*) as n from stage group by 1 order by 2 desc, 1`,
  );
  const others = rows.filter(({ unit }) => {
    const name = unit === null ? '' : String(unit);
    return !units.includes(merges.get(name) ?? name);
  });
  if (others.length === 0) return;
  throw new Refusal('rows-of-other-units', {
    n: others.reduce((sum, { n }) => sum + Number(n), 0),
    units: others.slice(0, 5).map(({ unit }) => (unit === null ? '' : String(unit))),
    own: units,
  });
}
