import { printLapse, printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import type { Column } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import { TEXTS } from './texts.ts';

interface Timed {
  readonly n: number;
  readonly median_s: number;
  readonly p90_s: number;
}

/** How often something happened and how long it took: half of it, and nine of ten. */
export function useTimeColumns<Row extends Timed>(): Readonly<
  Record<'times' | 'median' | 'p90', Column<Row>>
> {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return {
    times: {
      id: 'n',
      head: t('times'),
      align: 'right',
      cell: ({ n }) => printNumber(n, language),
      sort: ({ n }) => n,
    },
    median: {
      id: 'median',
      head: t('median'),
      align: 'right',
      cell: ({ median_s }) => printLapse(median_s, language),
      sort: ({ median_s }) => median_s,
    },
    p90: {
      id: 'p90',
      head: t('p90'),
      align: 'right',
      cell: ({ p90_s }) => printLapse(p90_s, language),
      sort: ({ p90_s }) => p90_s,
    },
  };
}
