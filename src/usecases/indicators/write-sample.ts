import type { Language } from '../../kernel/index.ts';
import type { SheetCell } from '../../facts/index.ts';
import { printPeriod } from '../../sentences/index.ts';
import { findLines } from '../find-lines.ts';
import type { Institution } from '../institution.ts';
import { writeWorkbookOut } from '../write-out.ts';
import { type SampleInput, sampleRows } from './sample-rows.ts';
import { STATE_WORDS } from './sheet/words.ts';

const WORDS = {
  es: {
    sample: 'Muestra',
    about: 'Cómo se eligió',
    concept: 'Concepto',
    value: 'Valor',
    seed: 'Semilla',
    drawn: 'Filas elegidas',
    of: 'Filas entre las que se eligió',
    indicator: 'Indicador',
    period: 'Período',
    cut: 'Con hechos hasta',
    order: 'Cómo repetirla',
    rule: 'Orden del resumen MD5 de «semilla|clave»; la misma semilla da las mismas filas.',
    state: 'Por qué cuenta o no',
    date: 'Fecha',
    measure: 'Medida',
    limit: 'Límite',
    weight: 'Peso',
    file: 'Archivo',
    line: 'Línea',
    import: 'Importación',
  },
  en: {
    sample: 'Sample',
    about: 'How it was drawn',
    concept: 'Concept',
    value: 'Value',
    seed: 'Seed',
    drawn: 'Rows drawn',
    of: 'Rows it was drawn from',
    indicator: 'Indicator',
    period: 'Period',
    cut: 'With facts up to',
    order: 'How to repeat it',
    rule: 'Order of the MD5 digest of “seed|key”; the same seed gives the same rows.',
    state: 'Why it counts or not',
    date: 'Date',
    measure: 'Measure',
    limit: 'Limit',
    weight: 'Weight',
    file: 'File',
    line: 'Line',
    import: 'Import',
  },
} as const satisfies Record<Language, unknown>;

/** Writes a random sample as a workbook: its rows with file and line, and how it was drawn. */
export async function writeSample(
  institution: Institution,
  input: SampleInput & { readonly out: string },
): Promise<{ readonly file: string; readonly seed: string; readonly rows: number }> {
  const { language } = input;
  const words = WORDS[language];
  const sample = await sampleRows(institution, input);
  const sourced = sample.rows.flatMap(({ source }) => (source ? [{ seq: source.seq, row: source.row }] : []));
  const places = await findLines(institution, sourced);
  let at = 0;
  const rows = sample.rows.map((row): SheetCell[] => {
    const place = row.source ? places[at++]! : null;
    const why = STATE_WORDS[language][row.state] + (row.text ? `: ${row.text[language]}` : '');
    return [
      ...sample.columns.map(({ name }) => row.key[name] ?? row.attributes[name] ?? ''),
      row.date ?? '',
      why,
      row.measure ?? '',
      row.limit ?? '',
      row.weight,
      place?.file ?? '',
      place?.line ?? '',
      place?.import ?? '',
    ];
  });
  const header = [
    ...sample.columns.map(({ label }) => label[language]),
    words.date,
    words.state,
    words.measure,
    words.limit,
    words.weight,
    words.file,
    words.line,
    words.import,
  ];
  const about: SheetCell[][] = [
    [
      words.indicator,
      institution.content.catalogue.sheets.get(input.indicator)?.name[language] ?? input.indicator,
    ],
    [words.period, printPeriod(sample.period, language)],
    [words.cut, sample.as_of ?? ''],
    [words.seed, sample.seed],
    [words.drawn, sample.rows.length],
    [words.of, sample.total],
    [words.order, words.rule],
  ];
  const file = await writeWorkbookOut(input.out, [
    { name: words.sample, header, rows },
    { name: words.about, header: [words.concept, words.value], rows: about, widths: [34, 60] },
  ]);
  return { file, seed: sample.seed, rows: rows.length };
}
