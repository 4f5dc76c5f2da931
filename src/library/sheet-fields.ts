import type { Dataset, FormAmount, FormStandard, LocalText, Population, SheetForm } from '../kernel/index.ts';
import { printCalculation, printLimit } from './calculation.ts';
import { type ColumnTypes, printConditions, toColumnTypes, toPlainNumber } from './condition.ts';

/** What is written under a key of a content file. */
export type Written = string | number | boolean | readonly Written[] | { readonly [key: string]: Written };

/** The keys of a sheet in the order a person reads them. */
export const SHEET_KEYS = [
  'indicator',
  'version',
  'replaces',
  'code',
  'process',
  'name',
  'objective',
  'aspect',
  'class',
  'type',
  'frequency',
  'source',
  'supplier',
  'responsible',
  'users',
  'variables',
  'population',
  'date',
  'measure',
  'measure_unit',
  'formula',
  'except',
  'standards',
  'references',
  'interpretation',
] as const;
export type SheetKey = (typeof SHEET_KEYS)[number];

/** What each key of a sheet says; a key that is absent is not written. */
export type SheetFields = Partial<Readonly<Record<SheetKey, Written>>>;

/** What a form cannot say of its file. */
export interface SheetContext {
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly version: number;
  /** A population with a name of its own: it stays so while the form says the same facts. */
  readonly named: Population | null;
  /** The file takes the place of a sheet of another pack. */
  readonly replaces: boolean;
}

/** A text that is the same in both languages, or has only one, is written once. */
export function toWrittenText({ es, en }: LocalText): Written {
  const [first, second] = [es.trim(), en.trim()];
  if (second === '' || first === second) return first;
  return first === '' ? second : { es: first, en: second };
}

function isEmpty({ es, en }: LocalText): boolean {
  return es.trim() === '' && en.trim() === '';
}

function toWrittenAmount({ number, unit }: FormAmount): Written {
  const plain = toPlainNumber(number);
  // A number alone is written without quotes.
  return unit === '' && String(Number(plain)) === plain ? Number(plain) : `${plain} ${unit}`.trim();
}

/** Entries that are there, in order. */
function toMap(entries: readonly (readonly [string, Written | null])[]): Record<string, Written> {
  return Object.fromEntries(entries.filter((entry): entry is [string, Written] => entry[1] !== null));
}

function toShare(text: string): string | null {
  return text.trim() === '' ? null : `${toPlainNumber(text.replace('%', ''))} %`;
}

function toStandard(standard: FormStandard, form: SheetForm, types: ColumnTypes): Written {
  const { floor, ceiling, limit } = standard;
  return toMap([
    ['from', standard.from.trim()],
    ['where', printConditions(standard.where, types)],
    ['direction', standard.direction],
    ['floor', floor && toWrittenAmount(floor)],
    ['ceiling', ceiling && toWrittenAmount(ceiling)],
    ['limit', limit && printLimit(limit, form.calculation)],
    ['tolerance', toShare(standard.tolerance)],
    ['historical_error', toShare(standard.historical_error)],
  ]);
}

function toPopulation(form: SheetForm, { datasets, named }: SheetContext): Written {
  const types = toColumnTypes(datasets.get(form.dataset), datasets);
  const [scope, where] = [printConditions(form.scope, types), printConditions(form.where, types)];
  const isNamed =
    named !== null &&
    named.dataset === form.dataset &&
    named.scope === scope &&
    named.where === where &&
    JSON.stringify(named.name) === JSON.stringify(form.population);
  if (isNamed) return named.id;
  return toMap([
    ['name', isEmpty(form.population) ? null : toWrittenText(form.population)],
    ['dataset', form.dataset],
    ['scope', scope],
    ['where', where],
  ]);
}

/** What a form says, key by key of its file. */
export function toSheetFields(form: SheetForm, context: SheetContext): SheetFields {
  const types = toColumnTypes(context.datasets.get(form.dataset), context.datasets);
  const { measure, measure_unit, formula } = printCalculation(
    form.calculation,
    form.dataset,
    context.datasets,
  );
  const { met, not_met, excess } = form.interpretation;
  const entries: [SheetKey, Written | null][] = [
    ['indicator', form.id],
    ['version', context.version],
    ['replaces', context.replaces ? true : null],
    ['code', form.code.trim() === '' ? null : form.code.trim()],
    ['process', form.process],
    ['name', toWrittenText(form.name)],
    ['objective', toWrittenText(form.objective)],
    ['aspect', toWrittenText(form.aspect)],
    ['class', form.class],
    ['type', form.type],
    ['frequency', form.frequency],
    ['source', toWrittenText(form.source)],
    ['supplier', toWrittenText(form.supplier)],
    ['responsible', toWrittenText(form.responsible)],
    ['users', toWrittenText(form.users)],
    ['variables', toMap(form.variables.map(({ name, text }) => [name, toWrittenText(text)]))],
    ['population', toPopulation(form, context)],
    ['date', form.date === '' ? null : form.date],
    ['measure', measure],
    ['measure_unit', measure_unit],
    ['formula', formula],
    [
      'except',
      form.except.length === 0
        ? null
        : toMap(
            form.except.map(({ code, where, text }) => [
              code,
              { where: printConditions(where, types) ?? '', text: toWrittenText(text) },
            ]),
          ),
    ],
    ['standards', form.standards.map((standard) => toStandard(standard, form, types))],
    [
      'interpretation',
      toMap([
        ['met', toWrittenText(met)],
        ['not_met', toWrittenText(not_met)],
        ['excess', isEmpty(excess) ? null : toWrittenText(excess)],
      ]),
    ],
  ];
  return toMap(entries);
}
