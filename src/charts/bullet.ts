import type { LocalText, Verdict } from '../kernel/index.ts';
import { BAR_COLUMNS, toBarsOption, toBarsTable } from './bars.ts';
import { type Chart, type Draw, inBoth } from './chart.ts';

/** Results against their standards, all in one unit. */
export interface BulletView {
  readonly name: LocalText;
  readonly unit: string;
  readonly rows: readonly {
    readonly name: string;
    readonly value: number | null;
    readonly n: number;
    readonly floor: number | null;
    readonly ceiling: number | null;
    readonly verdict: Verdict;
    /** The verdict in the reader's language. */
    readonly verdict_text: string;
  }[];
}

/** Bar = result, mark = standard; orange with its word where it is not met. */
export function toBulletChart(view: BulletView, draw: Draw): Chart {
  const { language, print } = draw;
  const show = (value: number | null) => (value === null ? '' : print.quantity(value, view.unit, language));
  const judged = view.rows.filter(({ verdict }) => verdict !== 'no-data');
  const failed = judged.filter(({ verdict }) => verdict === 'not-met');
  const finding = inBoth((each) => {
    const [some, all] = [failed.length, judged.length].map((count) => print.number(count, each));
    if (judged.length === 0)
      return each === 'es' ? 'No hay resultados con veredicto.' : 'There are no judged results.';
    if (failed.length === 0)
      return each === 'es'
        ? `Los ${all} resultados cumplen su estándar.`
        : `All ${all} results meet their standard.`;
    return each === 'es'
      ? `${some} de ${all} resultados ${failed.length === 1 ? 'no cumple' : 'no cumplen'} su estándar.`
      : `${some} of ${all} results ${failed.length === 1 ? 'does' : 'do'} not meet their standard.`;
  });
  const standard = (row: BulletView['rows'][number]) =>
    [row.floor === null ? '' : `≥ ${show(row.floor)}`, row.ceiling === null ? '' : `≤ ${show(row.ceiling)}`]
      .filter((text) => text !== '')
      .join(' · ');
  const bars = toBarsOption(
    view.rows.map((row) => ({
      ...row,
      label: `${show(row.value)} · ${row.verdict_text}`.replace(/^ · /, ''),
      said: [row.name, `${show(row.value)} (n = ${print.number(row.n, language)})`, standard(row)],
    })),
    view.unit,
    draw,
  );
  return {
    ...bars,
    finding,
    table: toBarsTable(
      view.name,
      [BAR_COLUMNS.result, { es: 'n', en: 'n' }, BAR_COLUMNS.standard, BAR_COLUMNS.verdict],
      view.rows.map((row) => [
        row.name,
        show(row.value),
        print.number(row.n, language),
        standard(row),
        row.verdict_text,
      ]),
    ),
    alt: inBoth((each) => `${view.name[each]}. ${finding[each]}`),
  };
}
