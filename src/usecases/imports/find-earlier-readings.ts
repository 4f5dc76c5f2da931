import type { Dataset } from '../../kernel/index.ts';
import type { PreparedFile, Reading } from '../../facts/index.ts';
import type { Institution } from '../institution.ts';
import type { SettledIntake } from '../sync-facts.ts';
import { mappingNameOf } from './find-mapping.ts';
import { listHiddenMappings } from './hidden-mappings.ts';

/** Whether a reading says something that a file like it may leave open. */
function isRemembered(reading: Reading): boolean {
  if (reading.kind === 'date') return reading.form === 'dmy' || reading.form === 'mdy';
  return reading.kind === 'number' && reading.settled_by !== '';
}

/**
 * How the latest file with this header was read: the order of day and month, the decimal mark. It settles
 * what a file leaves open by itself, as one whose days all come before the thirteenth; what a file shows is
 * believed first. Empty where there was none, or where its equivalence was put away.
 */
export function findEarlierReadings(
  { ledger }: Pick<Institution, 'ledger'>,
  dataset: Dataset,
  prepared: Pick<PreparedFile, 'header' | 'named_columns'>,
): ReadonlyMap<string, Reading> {
  const name = mappingNameOf(dataset, prepared);
  if (listHiddenMappings(ledger).includes(name)) return new Map();
  const latest = ledger.listImports({ dataset: dataset.id }).findLast(({ header, detected }) => {
    const settled = detected['settled'] as SettledIntake | undefined;
    const named_columns = settled?.named_columns ?? header.length;
    return settled !== undefined && mappingNameOf(dataset, { header, named_columns }) === name;
  });
  const { readings = [] } = (latest?.detected['settled'] as SettledIntake | undefined) ?? {};
  return new Map(readings.filter(([, reading]) => isRemembered(reading)));
}
