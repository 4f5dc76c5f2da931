import { findUnit, type Language, type Measurement } from '../../../kernel/index.ts';
import { STATE } from '../../../engine/index.ts';
import { printQuantity } from '../../../sentences/index.ts';
import type { Institution } from '../../institution.ts';
import { shownUnits } from '../list-rows.ts';
import { type PageInput, planPage } from '../page-rows.ts';
import type { Distribution, DistributionBin } from './sheet-view.ts';
import { VIEW_WORDS } from './words.ts';

/** Stretches up to the common limit: 48 h in stretches of 6 h. */
const TO_LIMIT = 8;
/** Stretches in all; what is beyond is one more. */
const MOST_BINS = 24;
/** Share of the facts that the stretches reach before the rest becomes one. */
const REACH = 0.99;
const ALL = 2_000_000_000;

/**
 * How the measure of the facts in a figure is spread, in stretches of equal length, the last one
 * open; where all facts have one limit, a stretch ends at it. Null where nothing is measured.
 */
export async function readDistribution(
  institution: Institution,
  input: Omit<PageInput, 'state' | 'order' | 'offset' | 'limit' | 'key_has' | 'dataset'>,
  measurement: Measurement | null,
): Promise<Distribution | null> {
  const indicator = institution.content.indicators.get(input.indicator);
  const unit = indicator?.measure_unit ?? null;
  if (!indicator || unit === null || !measurement || measurement.n === 0) return null;
  if (indicator.measure?.type.kind !== 'quantity') return null;
  const { plan } = await planPage(institution, {
    ...input,
    dataset: null,
    state: 'counted',
    key_has: null,
    order: { by: 'date', descending: false },
    offset: 0,
    limit: ALL,
  });
  const per_unit = shownUnits(indicator, indicator.measure.type);
  const facts = `select measure, weight from (${plan.sql}) where state = ${STATE.counted} and measure is not null`;
  const [reach] = await institution.facts.duck.rows(
    `select quantile_disc(measure, ${REACH}) as far, max(measure) as most from (${facts})`,
  );
  if (typeof reach?.['far'] !== 'bigint') return null;
  const limit = measurement.standard?.limit ?? null;
  const far = Number(reach['far']) / Number(per_unit);
  const width = toWidth(far, limit, unit);
  const step = BigInt(Math.max(1, Math.round(width * Number(per_unit))));
  const last = Math.min(MOST_BINS, Math.ceil(clean(Math.max(far, limit ?? 0) / width)) || 1);
  const counted = await institution.facts.duck.rows(
    `select least(greatest((measure + ${step - 1n}) // ${step} - 1, 0), ${last})::integer as bin, sum(weight)::bigint as n from (${facts}) group by 1 order by 1`,
  );
  const n = new Map(counted.map((row) => [Number(row['bin']), Number(row['n'])]));
  const isOpen = (n.get(last) ?? 0) > 0;
  const bins = Array.from({ length: last + (isOpen ? 1 : 0) }, (_, index) =>
    toBin(index, { width, limit, n: n.get(index) ?? 0, unit, isLast: index === last }, input.language),
  );
  return {
    unit,
    limit,
    limit_text: limit === null ? null : printQuantity(limit, unit, input.language),
    n: bins.reduce((sum, bin) => sum + bin.n, 0),
    highest: Number(reach['most']) / Number(per_unit),
    p50: measurement.p50,
    p90: measurement.p90,
    inside: measurement.inside_standard,
    bins,
  };
}

function toBin(
  index: number,
  bin: {
    readonly width: number;
    readonly limit: number | null;
    readonly n: number;
    readonly unit: string;
    readonly isLast: boolean;
  },
  language: Language,
): DistributionBin {
  const { width, limit, n, unit, isLast } = bin;
  const words = VIEW_WORDS[language];
  const [from, to] = [clean(index * width), isLast ? null : clean((index + 1) * width)];
  const print = (value: number) => printQuantity(value, unit, language);
  const label =
    to === null
      ? words.over(print(from))
      : index === 0
        ? words.upTo(print(to))
        : words.between(print(from), print(to));
  return { from, to, n, is_past: limit !== null && from >= clean(limit), label };
}

/** A length that people know: an eighth of the limit where it serves, else 1, 2 or 5 times a power of ten. */
function toWidth(far: number, limit: number | null, unit: string): number {
  const isWhole = limit !== null && limit > 0;
  const fits = (width: number) => Math.max(far, limit ?? 0) / width <= MOST_BINS;
  if (isWhole) {
    for (const parts of [TO_LIMIT, TO_LIMIT / 2, 2, 1]) if (fits(limit / parts)) return limit / parts;
  }
  const isCounted = findUnit(unit)?.dimension === 'count';
  const rough = Math.max(far / (MOST_BINS / 2), isCounted ? 1 : Number.MIN_VALUE) || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5].find((step) => step * power >= rough) ?? 10);
}

/** 0.30000000000000004 is 0.3. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}
