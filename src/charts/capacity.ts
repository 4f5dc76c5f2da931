import type { LocalText, Verdict } from '../kernel/index.ts';
import { BAR_COLUMNS, toBarsOption, toBarsTable } from './bars.ts';
import { type Chart, type Draw, inBoth } from './chart.ts';

/** People or places against their installed capacity. */
export interface CapacityView {
  readonly name: LocalText;
  /** What a row is, in singular and plural: persona, personas. */
  readonly noun: { readonly one: LocalText; readonly many: LocalText };
  readonly rows: readonly {
    readonly name: string;
    /** Used over installed; null without capacity. */
    readonly share: number | null;
    readonly used_min: number;
    readonly capacity_min: number;
    readonly n: number;
    readonly floor: number | null;
    readonly ceiling: number | null;
    readonly verdict: Verdict;
    /** The verdict in the reader's language: `Cumple con alerta`. */
    readonly verdict_text: string;
    readonly small: boolean;
    /** What must be known before judging: `10 días de vacaciones`; empty where nothing. */
    readonly note: string;
  }[];
}

/** Minutes of attention over installed capacity, with floor and ceiling; small samples are pale and say so. */
export function toCapacityChart(view: CapacityView, draw: Draw): Chart {
  const { language, print } = draw;
  const es = language === 'es';
  const share = (value: number | null) => (value === null ? '' : print.percent(value, language));
  const minutes = (row: CapacityView['rows'][number]) =>
    es
      ? `${print.number(row.used_min, language)} de ${print.number(row.capacity_min, language)} min`
      : `${print.number(row.used_min, language)} of ${print.number(row.capacity_min, language)} min`;
  const small = es ? 'muestra pequeña' : 'small sample';
  const finding = writeFinding(view, draw);
  const bars = toBarsOption(
    view.rows.map((row) => ({
      name: row.name,
      value: row.share,
      floor: row.floor,
      ceiling: row.ceiling,
      verdict: row.small ? 'no-data' : row.verdict,
      pale: row.small,
      label: `${share(row.share)} · ${row.small ? small : row.verdict_text}`.replace(/^ · /, ''),
      said: [
        row.name,
        `${share(row.share)} · ${minutes(row)} (n = ${print.number(row.n, language)})`,
        ...(row.note === '' ? [] : [row.note]),
      ],
    })),
    'ratio',
    draw,
  );
  return {
    ...bars,
    finding,
    table: toBarsTable(
      view.noun.one,
      [
        { es: 'Productividad', en: 'Productivity' },
        { es: 'Minutos atendidos', en: 'Minutes attended' },
        { es: 'Capacidad instalada (min)', en: 'Installed capacity (min)' },
        { es: 'n', en: 'n' },
        BAR_COLUMNS.verdict,
      ],
      view.rows.map((row) => [
        row.name,
        share(row.share),
        print.number(row.used_min, language),
        print.number(row.capacity_min, language),
        print.number(row.n, language),
        [row.small ? small : row.verdict_text, row.note].filter((text) => text !== '').join(' · '),
      ]),
    ),
    alt: inBoth((each) => `${view.name[each]}. ${finding[each]}`),
  };
}

function writeFinding(view: CapacityView, draw: Draw): LocalText {
  const judged = view.rows.filter(({ verdict, small }) => verdict !== 'no-data' && !small);
  const below = judged.filter(({ verdict }) => verdict === 'not-met').length;
  const over = judged.filter(({ verdict }) => verdict === 'met-with-alert').length;
  const few = view.rows.filter(({ small }) => small).length;
  return inBoth((language) => {
    const es = language === 'es';
    const say = (count: number) => draw.print.number(count, language);
    if (judged.length === 0 && few === 0)
      return es ? 'No hay capacidad instalada que comparar.' : 'There is no installed capacity to compare.';
    const parts = [
      es
        ? `${say(judged.length - below - over)} de ${say(judged.length)} ${view.noun.many.es.toLowerCase()} dentro de lo previsto`
        : `${say(judged.length - below - over)} of ${say(judged.length)} ${view.noun.many.en.toLowerCase()} as planned`,
      ...(over > 0 ? [es ? `${say(over)} con sobrecarga` : `${say(over)} overloaded`] : []),
      ...(below > 0 ? [es ? `${say(below)} bajo el mínimo` : `${say(below)} below the floor`] : []),
      ...(few > 0
        ? [es ? `${say(few)} con muestra pequeña, sin juzgar` : `${say(few)} with a small sample, not judged`]
        : []),
    ];
    return `${parts.join('; ')}.`;
  });
}
