import type {
  Dataset,
  FormCalculation,
  FormCondition,
  FormLimit,
  FormMeasure,
  FormPart,
  FormSummary,
  Sheet,
} from '../kernel/index.ts';
import { readExpression, type Tree } from '../language/index.ts';
import { printConditions, readConditions, toColumnTypes, toPlainNumber } from './condition.ts';

/** The texts of a sheet that say what it computes. */
export interface WrittenCalculation {
  readonly measure: string | null;
  readonly measure_unit: string | null;
  readonly formula: string;
}

type Datasets = ReadonlyMap<string, Dataset>;

const FORMULAS: Readonly<Record<FormSummary, string>> = {
  index: 'sum(measure) / sum(limit)',
  inside: 'share(measure <= limit)',
  mean: 'mean(measure)',
  median: 'median(measure)',
  p90: 'percentile(measure, 90 %)',
};

/** The minutes people could have worked: what productivity is held against. */
const CAPACITY = 'sum(capacity.minutes)';

function printMeasure(measure: FormMeasure): string {
  if (measure.by === 'column') return measure.column;
  return `${measure.clock === 'working' ? 'working' : 'elapsed'}(${measure.from}, ${measure.to})`;
}

function printPart(part: FormPart, home: string, datasets: Datasets): string {
  const where = printConditions(part.where, toColumnTypes(datasets.get(part.dataset), datasets));
  const filter = where === null ? '' : `where ${where}`;
  // A hyphen would subtract, so a data set is named in a formula with low lines.
  const dataset = part.dataset === home ? '' : part.dataset.replaceAll('-', '_');
  if (part.column === null) return `count(${[dataset, filter].filter(Boolean).join(' ')})`;
  const column = dataset === '' ? part.column : `${dataset}.${part.column}`;
  return `sum(${[column, filter].filter(Boolean).join(' ')})`;
}

/** What a form computes, as the texts of a sheet. */
export function printCalculation(
  calculation: FormCalculation,
  home: string,
  datasets: Datasets,
): WrittenCalculation {
  switch (calculation.kind) {
    case 'plazo':
      return {
        measure: printMeasure(calculation.measure),
        measure_unit: calculation.unit,
        formula: FORMULAS[calculation.summary],
      };
    case 'efectividad': {
      const { of, test, fails, unit } = calculation;
      const condition = printConditions(test, toColumnTypes(datasets.get(home), datasets)) ?? '';
      const share = of === null ? `share(${condition})` : `sum(${of} where ${condition}) / sum(${of})`;
      return { measure: null, measure_unit: unit, formula: fails ? `1 - ${share}` : share };
    }
    case 'productividad': {
      const { minutes, otherwise } = calculation;
      const worked = otherwise === null ? minutes : `first_known(${minutes}, ${otherwise})`;
      return { measure: null, measure_unit: 'min', formula: `sum(${worked}) / ${CAPACITY}` };
    }
    case 'volumen': {
      const { what, column, unit } = calculation;
      return {
        measure: null,
        measure_unit: unit,
        formula: what === 'count' ? 'count()' : `${what}(${column ?? ''})`,
      };
    }
    case 'razon': {
      const [above, below] = [calculation.above, calculation.below].map((part) =>
        printPart(part, home, datasets),
      );
      return {
        measure: null,
        measure_unit: calculation.unit,
        formula: `${calculation.rest ? '1 - ' : ''}${above} / ${below}`,
      };
    }
    default:
      return calculation satisfies never;
  }
}

/** The limit of each fact as text; of a date it was due by, the time it had, by the clock of the measure. */
export function printLimit(limit: FormLimit, calculation: FormCalculation): string {
  switch (limit.by) {
    case 'fixed':
      return `${toPlainNumber(limit.amount.number)} ${limit.amount.unit}`.trim();
    case 'column':
      return limit.column;
    case 'deadline': {
      const measure = calculation.kind === 'plazo' ? calculation.measure : null;
      if (measure?.by !== 'dates') return limit.column;
      return printMeasure({ ...measure, to: limit.column });
    }
    default:
      return limit satisfies never;
  }
}

function nameOf(tree: Tree | undefined): string | null {
  return tree?.kind === 'name' && tree.dataset === null ? tree.name : null;
}

function readMeasure(text: string): FormMeasure | null {
  const { tree } = readExpression(text, {});
  const column = nameOf(tree ?? undefined);
  if (column !== null) return { by: 'column', column };
  if (tree?.kind !== 'call' || tree.args.length !== 2 || tree.where !== null) return null;
  const [from, to] = tree.args.map(nameOf);
  if (!from || !to || (tree.name !== 'elapsed' && tree.name !== 'working')) return null;
  return { by: 'dates', from, to, clock: tree.name === 'working' ? 'working' : 'clock' };
}

/** The limit of each fact as a form holds it, or null when it is something else. */
export function readLimit(text: string, calculation: FormCalculation): FormLimit | null {
  const { tree } = readExpression(text, {});
  if (tree?.kind === 'number') return { by: 'fixed', amount: { number: tree.text, unit: tree.unit ?? '' } };
  const measure = calculation.kind === 'plazo' ? calculation.measure : null;
  const limit = readMeasure(text);
  if (limit?.by === 'column') return { by: 'column', column: limit.column };
  if (limit === null || measure?.by !== 'dates') return null;
  return limit.from === measure.from && limit.clock === measure.clock
    ? { by: 'deadline', column: limit.to }
    : null;
}

/** `a / b`, and whether it is taken from one: `1 - a / b`. */
function readRest(tree: Tree): { readonly tree: Tree; readonly rest: boolean } {
  const isRest =
    tree.kind === 'arithmetic' &&
    tree.op === '-' &&
    tree.left.kind === 'number' &&
    ((tree.left.text === '1' && tree.left.unit === null) ||
      (tree.left.text === '100' && tree.left.unit === '%'));
  return isRest ? { tree: tree.right, rest: true } : { tree, rest: false };
}

function readPart(tree: Tree, home: string, datasets: Datasets): FormPart | null {
  if (tree.kind !== 'call' || (tree.name !== 'count' && tree.name !== 'sum')) return null;
  const where = tree.where === null ? [] : readConditions(tree.where);
  if (where === null || tree.args.length > 1) return null;
  const toDataset = (word: string) =>
    [...datasets.keys()].find((id) => id === word || id.replaceAll('-', '_') === word) ?? null;
  const [argument] = tree.args;
  if (tree.name === 'count') {
    if (argument === undefined) return { dataset: home, column: null, where };
    const name = nameOf(argument);
    const dataset = name === null ? null : toDataset(name);
    return dataset === null ? null : { dataset, column: null, where };
  }
  if (argument?.kind !== 'name') return null;
  const dataset = argument.dataset === null ? home : toDataset(argument.dataset);
  return dataset === null ? null : { dataset, column: argument.name, where };
}

function readShare(
  tree: Tree,
  unit: string | null,
  home: string,
  datasets: Datasets,
): FormCalculation | null {
  const { tree: inner, rest } = readRest(tree);
  if (inner.kind === 'call' && inner.name === 'share' && inner.args.length === 1 && inner.where === null) {
    const test = readConditions(inner.args[0]!);
    return test && { kind: 'efectividad', of: null, test, fails: rest, unit };
  }
  if (inner.kind !== 'arithmetic' || inner.op !== '/') return null;
  const [above, below] = [inner.left, inner.right].map((part) => readPart(part, home, datasets));
  if (!above || !below || above.dataset !== home || below.dataset !== home) return null;
  if (above.column !== below.column || below.where.length > 0 || above.where.length === 0) return null;
  return { kind: 'efectividad', of: above.column, test: above.where, fails: rest, unit };
}

function readProductivity(tree: Tree, unit: string | null): FormCalculation | null {
  if (unit !== 'min' || tree.kind !== 'arithmetic' || tree.op !== '/') return null;
  const [above, below] = [tree.left, tree.right];
  const isCapacity =
    below.kind === 'call' &&
    below.name === 'sum' &&
    below.where === null &&
    below.args[0]?.kind === 'name' &&
    below.args[0].dataset === 'capacity' &&
    below.args[0].name === 'minutes';
  if (!isCapacity || above.kind !== 'call' || above.name !== 'sum' || above.where !== null) return null;
  const [worked] = above.args;
  const minutes = nameOf(worked);
  if (minutes !== null) return { kind: 'productividad', minutes, otherwise: null };
  if (worked?.kind !== 'call' || worked.name !== 'first_known') return null;
  const [own, otherwise] = worked.args.map(nameOf);
  return own && otherwise ? { kind: 'productividad', minutes: own, otherwise } : null;
}

function readVolume(tree: Tree, unit: string | null): FormCalculation | null {
  if (tree.kind !== 'call' || tree.where !== null || tree.args.length > 1) return null;
  if (tree.name === 'count' && tree.args.length === 0)
    return { kind: 'volumen', what: 'count', column: null, unit };
  const column = nameOf(tree.args[0]);
  if (column === null || column === 'measure') return null;
  if (tree.name === 'sum' || tree.name === 'mean' || tree.name === 'distinct')
    return { kind: 'volumen', what: tree.name, column, unit };
  return null;
}

function readRatio(
  tree: Tree,
  unit: string | null,
  home: string,
  datasets: Datasets,
): FormCalculation | null {
  const { tree: inner, rest } = readRest(tree);
  if (inner.kind !== 'arithmetic' || inner.op !== '/') return null;
  const [above, below] = [inner.left, inner.right].map((part) => readPart(part, home, datasets));
  return above && below ? { kind: 'razon', above, below, rest, unit } : null;
}

/** Trees compared by what they say, not by where they stand. */
function isSame(a: Tree, text: string): boolean {
  const { tree } = readExpression(text, {});
  const bare = (value: Tree | null) =>
    JSON.stringify(value, (key, part: unknown) => (key === 'at' ? undefined : part));
  return bare(a) === bare(tree);
}

/** What a sheet computes as a form holds it, or null when it is none of the five kinds. */
export function readCalculation(
  sheet: Pick<Sheet, 'measure' | 'measure_unit' | 'formula'> & { readonly dataset: string },
  datasets: Datasets,
): FormCalculation | null {
  const { tree } = readExpression(sheet.formula, {});
  if (tree === null) return null;
  if (sheet.measure !== null) {
    const measure = readMeasure(sheet.measure);
    const summary = (Object.keys(FORMULAS) as FormSummary[]).find((key) => isSame(tree, FORMULAS[key]));
    if (measure === null || summary === undefined) return null;
    return { kind: 'plazo', measure, unit: sheet.measure_unit ?? 'h', summary };
  }
  const home = sheet.dataset;
  const unit = sheet.measure_unit;
  return (
    readProductivity(tree, unit) ??
    readShare(tree, unit, home, datasets) ??
    readVolume(tree, unit) ??
    readRatio(tree, unit, home, datasets)
  );
}

/** Every list of conditions of a calculation, for whoever looks for one that is incomplete. */
export function conditionsOf(calculation: FormCalculation): readonly (readonly FormCondition[])[] {
  if (calculation.kind === 'efectividad') return [calculation.test];
  return calculation.kind === 'razon' ? [calculation.above.where, calculation.below.where] : [];
}
