import { type Dimension, findUnit, type Problem, type Sheet } from '../kernel/index.ts';
import { checkBounds } from './check-bounds.ts';
import { type CheckedFormula, checkFormula } from './check-formula.ts';
import { checkPredicate, checkRow } from './check-row.ts';
import { checkStandards, type SheetReading } from './check-standards.ts';
import type { CheckedIndicator } from './checked-indicator.ts';
import { nearest } from './nearest.ts';
import { readExpression } from './read-expression.ts';
import { columnsOf, mentions, type RowExpression } from './row-expression.ts';
import { report, type RowScope, typeName } from './row-scope.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Name of the unit a value of that dimension is shown in when the sheet does not say. */
const SHOWN_IN: Readonly<Record<Dimension, string>> = {
  ratio: 'ratio',
  count: 'count',
  time: 'h',
  'working-time': 'working_h',
  'working-day': 'working_day',
  money: 'money',
  number: 'number',
};

/**
 * Turns a technical sheet into a checked indicator.
 *
 * @returns the indicator, or null with every problem found: unknown names with the nearest one,
 *   units that do not go together, a mean of aggregates, a limit of another unit than the measure,
 *   each with file, line and column
 */
export function checkSheet(
  sheet: Sheet,
  vocabulary: Vocabulary,
): { readonly indicator: CheckedIndicator | null; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const place = (path: string) => ({ ...(sheet.places.get(path) ?? { file: sheet.id }), path });
  const dataset = vocabulary.datasets.get(sheet.population.dataset);
  if (!dataset) {
    const params = { dataset: sheet.population.dataset, datasets: [...vocabulary.datasets.keys()] };
    const hint = nearest(sheet.population.dataset, vocabulary.datasets.keys());
    report({ place: place('population'), problems }, 0, 'unknown-dataset', params, hint);
    return { indicator: null, problems };
  }
  const scope = (path: string): RowScope => {
    return { vocabulary, dataset, measure: null, limit: null, place: place(path), problems };
  };
  const reading: SheetReading = {
    scope,
    read: (path, text) => {
      if (text === null) return null;
      const { tree, problems: found } = readExpression(text, place(path));
      problems.push(...found);
      return tree;
    },
  };
  const predicate = (path: string, text: string | null): RowExpression | null => {
    const tree = reading.read(path, text);
    return tree && checkPredicate(tree, scope(path));
  };

  const date = sheet.date ?? dataset.date ?? '';
  const dateType = dataset.columns.find((column) => column.name === date)?.type;
  if (dateType !== 'instant' && dateType !== 'date') {
    report(scope('date'), 0, 'date-not-a-date', { field: date, dataset: dataset.id });
  }
  const written = checkMeasure(sheet, reading);
  const { standards, measure } = checkStandards(sheet, written, reading);
  const limit = standards.find((standard) => standard.limit !== null)?.limit?.type ?? null;
  const broken = {
    measure: sheet.measure !== null && measure === null,
    limit: limit === null && sheet.standards.some((standard) => standard.limit !== null),
  };
  const tree = reading.read('formula', sheet.formula);
  const formula = tree && checkFormula(tree, { ...scope('formula'), measure, limit, broken });
  const except = sheet.except.flatMap(({ code, where }) => {
    const checked = predicate(`except.${code}.where`, where);
    return checked ? [{ code, where: checked }] : [];
  });
  const population = {
    scope: predicate('population.scope', sheet.population.scope),
    where: predicate('population.where', sheet.population.where),
  };
  if (formula) checkLimits(formula, sheet, scope);
  const measure_unit = broken.measure
    ? sheet.measure_unit
    : checkMeasureUnit(sheet, measure, formula, scope('measure_unit'));
  const unit = formula && shownUnit(formula.dimension, measure_unit, sheet.measure !== null);
  const bounded = unit ? checkBounds(sheet, standards, unit, scope) : standards;
  if (!formula || !unit || problems.some((problem) => problem.severity === 'error')) {
    return { indicator: null, problems };
  }
  const indicator: CheckedIndicator = {
    id: sheet.id,
    dataset: dataset.id,
    date,
    ...population,
    except,
    measure,
    closes: measure !== null && dataset.closes !== null && columnsOf(measure).includes(dataset.closes),
    measure_unit,
    unit,
    aggregates: formula.aggregates,
    numerator: formula.numerator,
    denominator: formula.denominator,
    standards: bounded,
  };
  return { indicator, problems };
}

function checkMeasure(sheet: Sheet, { read, scope }: SheetReading): RowExpression | null {
  const tree = read('measure', sheet.measure);
  const measure = tree && checkRow(tree, scope('measure'));
  if (!measure || measure.type.kind === 'quantity') return measure;
  return report(scope('measure'), tree.at, 'not-a-quantity', {
    operation: 'measure',
    type: typeName(measure.type),
  });
}

/** A fact without a limit would be in the sum of the measures and not in that of the limits. */
function checkLimits(formula: CheckedFormula, { standards }: Sheet, scope: (path: string) => RowScope): void {
  const isUsed = formula.aggregates.some(({ argument, where }) =>
    [argument, where].some((expression) => expression && mentions(expression, 'limit')),
  );
  if (!isUsed) return;
  for (const [index, { from, limit }] of standards.entries()) {
    if (limit === null) report(scope(`standards[${index}]`), 0, 'standard-without-limit', { from });
  }
}

/**
 * The unit a value is shown in: the sheet's own when it is of that dimension. Counts over counts are a
 * share unless the sheet says that they are a plain number, as clients per adviser are.
 */
function shownUnit(dimension: Dimension, measure_unit: string | null, isMeasured: boolean): string {
  const own = measure_unit === null ? undefined : findUnit(measure_unit);
  if (dimension === 'ratio' && own?.dimension === 'number' && !isMeasured) return own.name;
  return own?.dimension === dimension ? own.name : SHOWN_IN[dimension];
}

/** The unit durations are shown in: as the sheet says, of the measure's own dimension. */
function checkMeasureUnit(
  sheet: Sheet,
  measure: RowExpression | null,
  formula: CheckedFormula | null,
  scope: RowScope,
): string | null {
  const measured = measure?.type.kind === 'quantity' ? measure.type.dimension : null;
  if (sheet.measure_unit === null) return measured && SHOWN_IN[measured];
  const unit = findUnit(sheet.measure_unit);
  if (!unit) return report(scope, 0, 'unknown-unit', { unit: sheet.measure_unit, units: [] });
  // Without a measure, the unit is that of the sums in the formula, which a ratio no longer shows.
  const shown = measured ?? (formula?.dimension === 'ratio' ? null : (formula?.dimension ?? null));
  if (shown !== null && shown !== unit.dimension) {
    const params = { left: shown, right: unit.dimension, operation: 'measure_unit' };
    return report(scope, 0, 'unit-mismatch', params);
  }
  return unit.name;
}
