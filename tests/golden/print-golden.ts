import type { Plan } from '../../src/engine/index.ts';
import type { Measurement, Warning } from '../../src/kernel/index.ts';
import type { CheckedIndicator } from '../../src/language/index.ts';

/** The checked tree of an indicator, to be read and reviewed. */
export function printTree(indicator: CheckedIndicator): string {
  return `${JSON.stringify(indicator, null, 2)}\n`;
}

/** The statements of plans, each under the breakdown it was asked with. */
export function printStatements(plans: readonly Plan[]): string {
  const parts = plans.map((plan) => {
    const by = plan.request.by.join(', ') || 'nothing';
    const statements = plan.datasets.map(({ sql }) => `${sql};`);
    const unavailable = plan.unavailable.map(({ dimension, dataset }) => `-- ${dataset} has no ${dimension}`);
    return [`-- by ${by}`, ...statements, ...unavailable].join('\n\n');
  });
  return `${parts.join('\n\n')}\n`;
}

type Cell = string | number | boolean | null | undefined;

/** Columns of a file of figures, each with what it takes of one. */
const COLUMNS: readonly (readonly [string, (figure: Measurement) => Cell])[] = [
  ['group', ({ dimensions }) => Object.values(dimensions).join(' / ')],
  ['value', ({ value }) => value],
  ['unit', ({ unit }) => unit],
  ['numerator', ({ numerator }) => numerator],
  ['denominator', ({ denominator }) => denominator],
  ['n', ({ n }) => n],
  ['measure_unit', ({ measure_unit }) => measure_unit],
  ['p50', ({ p50 }) => p50],
  ['p90', ({ p90 }) => p90],
  ['inside_share', ({ inside_standard }) => inside_standard?.share],
  ['inside_n', ({ inside_standard }) => inside_standard?.n],
  ['open', ({ open }) => open.count],
  ['past_limit', ({ open }) => open.past_limit],
  ['floor', ({ standard }) => standard?.floor],
  ['ceiling', ({ standard }) => standard?.ceiling],
  ['tolerance', ({ standard }) => standard?.tolerance],
  ['historical_error', ({ standard }) => standard?.historical_error],
  ['limit', ({ standard }) => standard?.limit],
  ['limit_unit', ({ standard }) => standard?.limit_unit],
  ['from', ({ standard }) => standard?.from],
  ['verdict', ({ verdict }) => verdict],
  ['provisional', ({ provisional }) => provisional],
  ['warnings', ({ warnings }) => warnings.map(printWarningParts).join('; ')],
];

/** A warning by its code and numbers; its words are those of the sentences room. */
function printWarningParts({ code, params }: Warning): string {
  const parts = Object.entries(params)
    .filter(([name]) => name !== 'es' && name !== 'en')
    .map(([name, value]) => `${name}=${String(value)}`);
  return parts.length === 0 ? code : `${code} ${parts.join(' ')}`;
}

function printCell(cell: Cell): string {
  const text = cell === null || cell === undefined ? '' : String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Figures as CSV, under the breakdown they were asked with. */
export function printFigures(
  answers: readonly { readonly by: string; readonly figures: readonly Measurement[] }[],
): string {
  const header = ['by', ...COLUMNS.map(([name]) => name)].join(',');
  const lines = answers.flatMap(({ by, figures }) =>
    figures.map((figure) => [by, ...COLUMNS.map(([, take]) => printCell(take(figure)))].join(',')),
  );
  return `${[header, ...lines].join('\n')}\n`;
}
