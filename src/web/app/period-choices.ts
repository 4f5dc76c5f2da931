/** A year of the picker, with the months that have data and the quarters any of them lies in. */
export interface PeriodYear {
  readonly year: string;
  readonly months: readonly string[];
  readonly quarters: readonly string[];
}

const QUARTER_OF: Readonly<Record<string, number>> = {
  '01': 1,
  '02': 1,
  '03': 1,
  '04': 2,
  '05': 2,
  '06': 2,
  '07': 3,
  '08': 3,
  '09': 3,
  '10': 4,
  '11': 4,
  '12': 4,
};

/**
 * The years that have data, latest first.
 *
 * @example toPeriodYears(['2010-12', '2011-01', '2011-06'])[0].quarters // ['2011-Q1', '2011-Q2']
 */
export function toPeriodYears(months: readonly string[]): readonly PeriodYear[] {
  const years = new Map<string, string[]>();
  for (const month of months.toSorted()) {
    const year = month.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), month]);
  }
  return [...years]
    .map(([year, inYear]) => ({
      year,
      months: inYear,
      quarters: [...new Set(inYear.map((month) => `${year}-Q${QUARTER_OF[month.slice(5, 7)]}`))],
    }))
    .toReversed();
}
