import type { LocalText, Sheet } from '../kernel/index.ts';
import type { Figure, LeftOut } from '../engine/index.ts';
import { writeResult } from '../sentences/index.ts';
import { getStretch, type Stretch } from './get-stretch.ts';
import type { Institution } from './institution.ts';

/** The rows left out by approval that a stretch of time touches, as the engine takes them; none as a rule. */
export function listLeftOut(
  { ledger }: Pick<Institution, 'ledger'>,
  stretch: Pick<Stretch, 'from' | 'to'>,
): readonly LeftOut[] {
  const found = new Map<string, LeftOut & { keys: (readonly string[])[] }>();
  for (const { period, indicator, dataset, key } of ledger.contests.exclusions()) {
    const { from, to } = getStretch(period);
    if (to <= stretch.from || from >= stretch.to) continue;
    const id = JSON.stringify([period, indicator, dataset]);
    const group = found.get(id) ?? { dataset, indicator, from, to, keys: [] };
    group.keys.push(key);
    found.set(id, group);
  }
  return [...found.values()];
}

/** The value of a figure with its unit, in each language; null where it has none. */
export function sayValue(figure: Figure, sheet: Sheet | undefined): LocalText | null {
  const [es, en] = (['es', 'en'] as const).map((language) =>
    sheet ? writeResult(figure, sheet, language)?.value : undefined,
  );
  return es && en ? { es, en } : null;
}

const keyOf = ({ indicator, dimensions }: Figure): string => JSON.stringify([indicator, dimensions]);

const countOf = ({ n, open }: Figure): number => n + open.count;

/** Figures without the rows left out, each saying how many they are and what it would be with them. */
export function tellLeftOut(
  { content }: Pick<Institution, 'content'>,
  figures: readonly Figure[],
  whole: readonly Figure[],
): readonly Figure[] {
  const withAll = new Map(whole.map((figure) => [keyOf(figure), figure]));
  return figures.map((figure) => {
    const other = withAll.get(keyOf(figure));
    if (!other || (other.value === figure.value && countOf(other) === countOf(figure))) return figure;
    const value = sayValue(other, content.catalogue.sheets.get(figure.indicator));
    const params = {
      n: Math.max(1, countOf(other) - countOf(figure)),
      total: other.n,
      verdict: other.verdict,
      es: value?.es ?? '',
      en: value?.en ?? '',
    };
    return { ...figure, warnings: [...figure.warnings, { code: 'rows-left-out', params }] };
  });
}
