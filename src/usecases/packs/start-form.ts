import type {
  Dataset,
  FormCalculation,
  FormCondition,
  FormKind,
  FormStandard,
  IndicatorType,
  SheetForm,
} from '../../kernel/index.ts';
import type { Catalogue } from '../../library/index.ts';
import { proposeSheet } from '../../sentences/index.ts';
import { quoteName, quoteText } from '../../engine/index.ts';
import type { Institution } from '../institution.ts';

const TYPES: Readonly<Record<FormKind, IndicatorType>> = {
  plazo: 'eficacia',
  efectividad: 'efectividad',
  productividad: 'eficiencia',
  volumen: 'actividad',
  razon: 'eficacia',
};

const NOTHING = { es: '', en: '' };

/** What a kind computes over a data set, as far as it can be told before anybody says. */
function toCalculation(kind: FormKind, dataset: Dataset | undefined): FormCalculation {
  const durations = (dataset?.columns ?? []).filter(({ type }) => type === 'duration');
  switch (kind) {
    case 'plazo': {
      const { opens, closes } = dataset ?? { opens: null, closes: null };
      const [duration] = durations;
      const measure =
        closes === null && duration
          ? ({ by: 'column', column: duration.name } as const)
          : ({ by: 'dates', from: opens ?? dataset?.date ?? '', to: closes ?? '', clock: 'clock' } as const);
      const unit = measure.by === 'column' ? (duration?.measured_in ?? 'h') : 'h';
      return { kind, measure, unit, summary: 'index' };
    }
    case 'efectividad':
      return { kind, of: null, test: [], fails: false, unit: null };
    case 'productividad': {
      const otherwise = dataset?.lookups.find(({ from }) => from === 'standard-minutes')?.name ?? null;
      return { kind, minutes: durations[0]?.name ?? '', otherwise };
    }
    case 'volumen':
      return { kind, what: 'count', column: null, unit: null };
    case 'razon': {
      const part = { dataset: dataset?.id ?? '', column: null, where: [] };
      return { kind, above: part, below: part, rest: false, unit: null };
    }
    default:
      return kind satisfies never;
  }
}

function toStandard(kind: FormKind, from: string): FormStandard {
  const bare = {
    from,
    where: [],
    limit: null,
    tolerance: '',
    historical_error: '',
    floor: null,
    ceiling: null,
  };
  const percent = (number: string) => ({ number, unit: '%' });
  switch (kind) {
    case 'plazo':
      return {
        ...bare,
        direction: 'at-most',
        ceiling: percent('100'),
        limit: { by: 'fixed', amount: { number: '', unit: 'h' } },
      };
    case 'efectividad':
      return { ...bare, direction: 'at-least', floor: percent('95') };
    case 'productividad':
      return { ...bare, direction: 'at-least', floor: percent('90'), ceiling: percent('100') };
    case 'volumen':
      return { ...bare, direction: 'at-least', floor: { number: '', unit: '' } };
    case 'razon':
      return { ...bare, direction: 'at-least', floor: percent('') };
    default:
      return kind satisfies never;
  }
}

/** The data set a kind is most likely about: one that opens and closes for a term, else the first. */
function findLikely(kind: FormKind, { datasets }: Catalogue): Dataset | undefined {
  const all = [...datasets.values()].filter(({ derived, date }) => !derived && date !== null);
  const suits = (dataset: Dataset): boolean => {
    if (kind === 'plazo') return dataset.closes !== null;
    if (kind === 'productividad') return dataset.columns.some(({ type }) => type === 'duration');
    return true;
  };
  const first = datasets.get('requests');
  return first && suits(first) ? first : all.find(suits);
}

/** What nobody is known to have served occupies nobody: that is not a person without a schedule. */
const NOBODY: SheetForm['except'][number] = {
  code: 'sin-persona',
  where: [{ column: 'person', test: 'empty', values: [] }],
  text: {
    es: 'El registro no dice quién lo atendió, o llegó por la página web.',
    en: 'The record does not say who served it, or it came by the web page.',
  },
};

/** The code of what was called off: it was never served, so no term of it runs. */
export const ANNULLED = 'anulado';

/** The column of a data set that can say that a fact was annulled; undefined where none can. */
export function findAnnulledColumn(dataset: Dataset, { codes }: Catalogue): string | undefined {
  return dataset.columns.find((column) =>
    codes.get(column.codes ?? '')?.codes.some(({ id }) => id === ANNULLED),
  )?.name;
}

/** Leaves annulled facts out: those whose status is empty stay. */
export function leaveAnnulledOut(column: string): FormCondition {
  return { column, test: 'is-not', values: [ANNULLED] };
}

/** The column that says that facts were annulled, where there are some that a kind should not count. */
async function findAnnulled(
  { content, facts }: Institution,
  kind: FormKind,
  dataset: Dataset | undefined,
): Promise<string | undefined> {
  // Whoever worked on one that was called off later did work; a ratio has conditions of its own parts.
  if (!dataset || kind === 'productividad' || kind === 'razon') return undefined;
  const column = findAnnulledColumn(dataset, content.catalogue);
  if (column === undefined) return undefined;
  const [row] = await facts.duck.rows(
    `select 1 as found from ${quoteName(dataset.id)} where ${quoteName(column)} = ${quoteText(ANNULLED)} limit 1`,
  );
  return row && column;
}

/** The data set whose facts open and close, of which a term is measured first; undefined where there is none. */
export function findTermDataset(catalogue: Catalogue): Dataset | undefined {
  return findLikely('plazo', catalogue);
}

/**
 * A form to begin with: of a kind, over a data set, with every field proposed that can be, so that
 * a person alone is stopped by nothing they do not need to decide.
 *
 * @param input.today local date, from which the standard holds where there are no facts yet
 */
export async function startForm(
  institution: Institution,
  input: { readonly kind: FormKind; readonly dataset: string | null; readonly today: string },
): Promise<SheetForm> {
  const { catalogue } = institution.content;
  const { kind } = input;
  const dataset =
    input.dataset === null ? findLikely(kind, catalogue) : catalogue.datasets.get(input.dataset);
  const words = proposeSheet(kind, dataset?.name ?? NOTHING);
  const isScheduled = kind === 'productividad' && dataset?.lookups.some(({ name }) => name === 'schedule');
  const annulled = await findAnnulled(institution, kind, dataset);
  return {
    id: '',
    code: '',
    name: NOTHING,
    objective: words.objective,
    aspect: words.aspect,
    process: '',
    class: 'operativo',
    type: TYPES[kind],
    frequency: 'mensual',
    source: words.source,
    supplier: words.supplier,
    responsible: words.responsible,
    users: words.users,
    variables: words.variables,
    dataset: dataset?.id ?? '',
    date: dataset?.date === null ? (dataset.columns.find(({ type }) => type === 'date')?.name ?? '') : '',
    population: dataset?.name ?? NOTHING,
    scope: [],
    where: annulled === undefined ? [] : [leaveAnnulledOut(annulled)],
    calculation: toCalculation(kind, dataset),
    except: isScheduled
      ? [
          ...(dataset?.columns.some(({ name }) => name === 'person') ? [NOBODY] : []),
          {
            code: 'persona-sin-horario',
            where: [{ column: 'schedule', test: 'empty', values: [] }],
            text: {
              es: 'La persona no tiene horario en esa fecha.',
              en: 'The person has no schedule on that date.',
            },
          },
        ]
      : [],
    standards: [toStandard(kind, (await findFirstMonth(institution, dataset)) ?? input.today)],
    interpretation: { met: words.met, not_met: words.not_met, excess: NOTHING },
  };
}

/** The first day of the month of the oldest fact: a new standard holds for all there is. */
async function findFirstMonth({ facts }: Institution, dataset: Dataset | undefined): Promise<string | null> {
  const date = dataset?.columns.find(({ name }) => name === dataset.date);
  if (!dataset || !date) return null;
  const local = date.type === 'instant' ? `${date.name}_local` : quoteName(date.name);
  const [row] = await facts.duck.rows(
    `select date_trunc('month', min(${local}))::date::varchar as first from ${quoteName(dataset.id)}`,
  );
  return typeof row?.['first'] === 'string' ? row['first'] : null;
}
