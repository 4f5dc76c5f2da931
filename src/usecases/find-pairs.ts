import type { Params } from '../kernel/index.ts';
import { chooseColumns } from '../facts/index.ts';
import { getDataset, type Institution } from './institution.ts';

function list(value: Params[string] | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/**
 * Of the columns that a refused file did have, those that stand in it as a date and a time apart:
 * `pair_columns`, with the header of each part in `pair_dates` and `pair_times`.
 *
 * @param params of the refusal `column-missing`
 */
export function findPairs({ content }: Pick<Institution, 'content'>, params: Params): Params {
  const dataset = getDataset(content, String(params['dataset']));
  const headers = list(params['headers']);
  // Nothing is required here: what could be recognised is what is asked.
  const columns = dataset.columns.map((column) => ({ ...column, required: false }));
  const { sources } = chooseColumns({ ...dataset, columns }, headers, null);
  const pairs = [...sources].flatMap(([name, source]) =>
    source.kind === 'date-time' ? [[name, headers[source.date]!, headers[source.time]!] as const] : [],
  );
  return {
    pair_columns: pairs.map(([name]) => name),
    pair_dates: pairs.map(([, date]) => date),
    pair_times: pairs.map(([, , time]) => time),
  };
}
