import { type Language, type Rational, rational } from '../../../kernel/index.ts';
import { type RowsPlan, STATE } from '../../../engine/index.ts';
import type { Cell, Row, SheetCell, SheetToWrite } from '../../../facts/index.ts';
import type { Aggregate, CheckedIndicator } from '../../../language/index.ts';
import type { FactSource } from '../../find-lines.ts';
import { shownUnits, toFactState } from '../list-rows.ts';
import { fromDouble, percentileOf, sortByKey, toInteger, toText } from './cell-value.ts';
import { columnLetters, type Exact, formula, quoted } from './formula.ts';
import { type CellScale, cellUnitName, toCellScale } from './scale.ts';
import { SHEET_WORDS, STATE_WORDS } from './words.ts';

/** The facts of one data set ready for a sheet, and how other sheets ask it for totals. */
export interface DataSheet {
  readonly sheet: SheetToWrite;
  /** What each aggregate of the formula adds up to here, by its index. */
  readonly aggregates: ReadonlyMap<number, Exact>;
  /** Facts behind an aggregate, by its index: people where rows are days of people. */
  readonly facts: ReadonlyMap<number, { readonly expression: string; readonly value: number }>;
  /** Facts in a state, by its words in the sheet. */
  readonly countState: (words: string) => { readonly expression: string; readonly value: number };
  /** For the measured: n, percentiles and the share inside, null elsewhere. */
  readonly measured: {
    readonly n: { readonly expression: string; readonly value: number };
    readonly percentile: (percent: number) => {
      readonly expression: string;
      readonly value: number | '';
    } | null;
    readonly inside: { readonly expression: string; readonly value: number };
    readonly limited: { readonly expression: string; readonly value: number };
  } | null;
}

interface Column {
  readonly title: string;
  readonly cell: (row: Row, line: number, index: number) => SheetCell;
  readonly width?: number;
}

/** A value of a column as people know it: the name behind an id. */
export type SayValue = (dataset: string, column: string, value: string) => string;

/** Makes the sheet of one data set behind a figure. */
export function toDataSheet(
  indicator: CheckedIndicator,
  plan: RowsPlan,
  given: readonly Row[],
  sources: ReadonlyMap<Row, FactSource>,
  name: string,
  language: Language,
  say: SayValue,
): DataSheet {
  return new DataSheetWriter(indicator, plan, given, sources, name, language, say).write();
}

class DataSheetWriter {
  private readonly indicator: CheckedIndicator;
  private readonly plan: RowsPlan;
  private readonly rows: readonly Row[];
  private readonly sources: ReadonlyMap<Row, FactSource>;
  private readonly name: string;
  private readonly language: Language;
  private readonly say: SayValue;
  private readonly columns: Column[] = [];
  private readonly aggregates = new Map<number, Exact>();
  private readonly facts = new Map<number, { expression: string; value: number }>();

  constructor(
    indicator: CheckedIndicator,
    plan: RowsPlan,
    rows: readonly Row[],
    sources: ReadonlyMap<Row, FactSource>,
    name: string,
    language: Language,
    say: SayValue,
  ) {
    this.say = say;
    this.indicator = indicator;
    this.plan = plan;
    // Days of one person stand together, so that people are counted by where they begin.
    this.rows = plan.dataset.derived ? sortByKey(plan, rows) : rows;
    this.sources = sources;
    this.name = name;
    this.language = language;
  }

  private get words() {
    return SHEET_WORDS[this.language];
  }

  private add(title: string, cell: Column['cell'], width = 14): string {
    this.columns.push({ title, cell, width });
    return columnLetters(this.columns.length - 1);
  }

  /** The cells of a column below its header, as other sheets name them. */
  private range(column: string): string {
    const last = Math.max(2, this.rows.length + 1);
    return `'${this.name.replaceAll("'", "''")}'!$${column}$2:$${column}$${last}`;
  }

  private isMeasuredHome(): boolean {
    return this.indicator.measure !== null && this.plan.dataset.id === this.indicator.dataset;
  }

  write(): DataSheet {
    const { words, plan, language } = this;
    const label = (column: string) =>
      plan.dataset.columns.find(({ name }) => name === column)?.label[language] ??
      plan.dataset.lookups.find(({ name }) => name === column)?.label[language] ??
      column;
    const counts = this.add(words.counts, (row) => (Number(row['state']) === STATE.counted ? 1 : 0), 9);
    const why = this.add(words.why, (row) => this.stateOf(row), 24);
    for (const { name, sql_name } of plan.keys) this.add(label(name), (row) => toText(row[sql_name]));
    for (const { name, sql_name } of plan.attributes)
      this.add(label(name), (row) => {
        const value = toText(row[sql_name]);
        return value === null ? null : this.say(plan.dataset.id, name, value);
      });
    const dated = plan.keys.some(({ name }) => name === plan.date);
    if (!dated) this.add(label(plan.date), (row) => toText(row['fact_date']), 20);
    if (plan.dataset.opens !== null && plan.dataset.opens !== plan.date)
      this.add(label(plan.dataset.opens), (row) => toText(row['opens']), 20);
    if (plan.dataset.closes !== null)
      this.add(label(plan.dataset.closes), (row) => toText(row['closes']), 20);
    const weight =
      plan.dataset.weight === null ? null : this.add(words.weight, (row) => Number(row['weight']), 8);
    const measured = this.isMeasuredHome() ? this.addMeasure(counts, weight) : null;
    for (const part of plan.parts) this.addPart(part, counts, weight, measured);
    if (!plan.dataset.derived) {
      this.add(words.file, (row) => this.sources.get(row)?.file ?? null, 18);
      this.add(words.line, (row) => this.sources.get(row)?.line ?? null, 8);
      this.add(words.import, (row) => this.sources.get(row)?.import ?? null, 18);
    }
    const { rows, columns } = this;
    return {
      sheet: {
        name: this.name,
        header: columns.map(({ title }) => title),
        rows: rows.map((row, index) => columns.map(({ cell }) => cell(row, index + 2, index))),
        widths: columns.map(({ width }) => width ?? 14),
      },
      aggregates: this.aggregates,
      facts: this.facts,
      countState: (text) => ({
        expression: weight
          ? `SUMIFS(${this.range(weight)},${this.range(why)},${quoted(text)})`
          : `COUNTIF(${this.range(why)},${quoted(text)})`,
        value: this.sumWeights((row) => this.stateOf(row) === text),
      }),
      measured: measured && this.measuredTotals(measured, counts, weight),
    };
  }

  private stateOf(row: Row): string {
    const state = Number(row['state']);
    const reason = this.indicator.except[state - STATE.excluded]?.code;
    return STATE_WORDS[this.language][toFactState(state)] + (reason === undefined ? '' : `: ${reason}`);
  }

  private sumWeights(holds: (row: Row) => boolean): number {
    return this.rows.reduce((sum, row) => sum + (holds(row) ? Number(row['weight']) : 0), 0);
  }

  private values(column: string): bigint[] {
    return this.rows.flatMap((row) => toInteger(row[column]) ?? []);
  }

  /** Measure and limit as whole numbers, whether the fact is inside, and the measure of those that count. */
  private addMeasure(counts: string, weight: string | null) {
    const { indicator, words } = this;
    const unit = indicator.measure_unit;
    const type = indicator.measure!.type;
    if (type.kind !== 'quantity') throw new Error('a measure that is not a quantity');
    const per_shown = shownUnits(indicator, type);
    const scale = toCellScale([...this.values('measure'), ...this.values('limit_value')], per_shown, unit);
    const named = (title: string) => `${title} (${cellUnitName(unit, scale)})`;
    const inCells = (cell: Cell | undefined) => {
      const value = toInteger(cell);
      return value === null ? null : Number(value / scale.divisor);
    };
    const measure = this.add(named(words.measure), (row) => inCells(row['measure']), 16);
    const limit = this.add(named(words.limit), (row) => inCells(row['limit_value']), 14);
    const isInside = (row: Row) => {
      const [value, bound] = [toInteger(row['measure']), toInteger(row['limit_value'])];
      return value !== null && bound !== null && value <= bound;
    };
    const isCounted = (row: Row) => Number(row['state']) === STATE.counted;
    const inside = this.add(
      words.isInside,
      (row, line) =>
        formula(
          `IF(AND($${counts}${line}=1,$${limit}${line}<>""),IF($${measure}${line}<=$${limit}${line},1,0),"")`,
          isCounted(row) && toInteger(row['limit_value']) !== null ? (isInside(row) ? 1 : 0) : '',
        ),
      9,
    );
    const taken = this.add(
      `${words.measure} (${unit})`,
      (row, line) => {
        const value = inCells(row['measure']);
        return formula(
          `IF($${counts}${line}=1,$${measure}${line}${scale.k === 1n ? '' : `/${scale.k}`},"")`,
          isCounted(row) && value !== null ? value / Number(scale.k) : '',
        );
      },
      14,
    );
    return { measure, limit, inside, taken, scale, isInside, isCounted, weight };
  }

  private measuredTotals(
    measured: ReturnType<DataSheetWriter['addMeasure']>,
    counts: string,
    weight: string | null,
  ): DataSheet['measured'] {
    const { isCounted, isInside, scale } = measured;
    const sumWhere = (column: string, value: number, n: number) => ({
      expression: weight
        ? `SUMIFS(${this.range(weight)},${this.range(column)},${value})`
        : `COUNTIF(${this.range(column)},${value})`,
      value: n,
    });
    const hasLimit = (row: Row) => isCounted(row) && toInteger(row['limit_value']) !== null;
    const insideN = this.sumWeights((row) => hasLimit(row) && isInside(row));
    const outsideN = this.sumWeights((row) => hasLimit(row) && !isInside(row));
    const inside = sumWhere(measured.inside, 1, insideN);
    const outside = sumWhere(measured.inside, 0, outsideN);
    const values = this.rows.flatMap((row) => (isCounted(row) ? (toInteger(row['measure']) ?? []) : []));
    return {
      n: sumWhere(counts, 1, this.sumWeights(isCounted)),
      percentile: (percent) =>
        // Rows that stand for several facts have no percentile a spreadsheet can compute in one formula.
        weight && this.rows.some((row) => Number(row['weight']) !== 1)
          ? null
          : {
              expression: `IF(COUNT(${this.range(measured.taken)})=0,"",PERCENTILE(${this.range(measured.taken)},${percent / 100}))`,
              value:
                values.length === 0
                  ? ''
                  : percentileOf(values, percent / 100) / Number(scale.divisor * scale.k),
            },
      inside,
      limited: { expression: `${inside.expression}+${outside.expression}`, value: insideN + outsideN },
    };
  }

  /** What each fact adds to one aggregate of the formula: the datum, and the part it counts for. */
  private addPart(
    part: RowsPlan['parts'][number],
    counts: string,
    weight: string | null,
    measured: ReturnType<DataSheetWriter['addMeasure']> | null,
  ): void {
    const { index, aggregate, column } = part;
    const { words } = this;
    const label = `${words.part} A${index + 1}`;
    const { expression, scale, given } = this.addDatum(part, weight, measured);
    const cellOf = (row: Row) => {
      if (aggregate.operation === 'distinct') return toText(row[column]) ?? '';
      const value = toInteger(row[column]);
      return value === null ? '' : Number(value / scale.divisor);
    };
    const own = this.add(
      scale.k === 1n ? label : `${label} (${cellUnitName(this.indicator.measure_unit, scale)})`,
      (row, line) =>
        formula(`IF(AND($${counts}${line}=1,${given(line)}),${expression(line)},"")`, cellOf(row)),
    );
    this.aggregates.set(index, this.total(aggregate, own, column, scale));
    this.facts.set(index, this.countFacts(own, column, weight));
  }

  private addDatum(
    part: RowsPlan['parts'][number],
    weight: string | null,
    measured: ReturnType<DataSheetWriter['addMeasure']> | null,
  ) {
    const { aggregate, index, column } = part;
    const one: CellScale = { divisor: 1n, k: 1n };
    if (aggregate.operation === 'count') {
      const asked = aggregate.where
        ? this.add(`${this.words.given} A${index + 1}`, (row) => (toInteger(row[column]) === null ? null : 1))
        : null;
      return {
        scale: one,
        expression: (line: number) => (weight ? `$${weight}${line}` : '1'),
        given: (line: number) => (asked ? `$${asked}${line}=1` : 'TRUE'),
      };
    }
    const reused = measured && !aggregate.where && this.reusedColumn(aggregate, measured);
    if (reused) {
      const times = aggregate.operation === 'sum' && weight ? `*$${weight}` : '';
      return {
        scale: measured.scale,
        expression: (line: number) => `$${reused}${line}${times === '' ? '' : `${times}${line}`}`,
        given: (line: number) => `$${reused}${line}<>""`,
      };
    }
    const scale =
      aggregate.operation === 'distinct'
        ? one
        : toCellScale(
            this.values(column),
            shownUnits(this.indicator, aggregate.type),
            this.indicator.measure_unit,
          );
    const datum = this.add(`${this.words.given} A${index + 1}`, (row) => {
      if (aggregate.operation === 'distinct') return toText(row[column]);
      const value = toInteger(row[column]);
      return value === null ? null : Number(value / scale.divisor);
    });
    return {
      scale,
      expression: (line: number) => `$${datum}${line}`,
      given: (line: number) => `$${datum}${line}<>""`,
    };
  }

  private reusedColumn(
    aggregate: Aggregate,
    measured: NonNullable<ReturnType<DataSheetWriter['addMeasure']>>,
  ): string | null {
    if (aggregate.argument?.kind === 'limit') return measured.limit;
    return JSON.stringify(aggregate.argument) === JSON.stringify(this.indicator.measure)
      ? measured.measure
      : null;
  }

  private total(aggregate: Aggregate, own: string, column: string, scale: CellScale): Exact {
    const range = this.range(own);
    const integers = this.values(column).map((value) => value / scale.divisor);
    const sum = integers.reduce((total, value) => total + value, 0n);
    const exact = (expression: string, value: Rational | null): Exact => ({ expression, k: scale.k, value });
    switch (aggregate.operation) {
      case 'sum':
      case 'count':
        return exact(`SUM(${range})`, rational(sum));
      case 'min':
      case 'max': {
        const least = aggregate.operation === 'min';
        const value = integers.reduce<bigint | null>(
          (best, item) => (best === null || (least ? item < best : item > best) ? item : best),
          null,
        );
        return exact(`${least ? 'MIN' : 'MAX'}(${range})`, value === null ? null : rational(value));
      }
      case 'quantile': {
        const { num, den } = aggregate.fraction!;
        const value = integers.length === 0 ? null : percentileOf(integers, Number(num) / Number(den));
        return exact(`PERCENTILE(${range},${num}/${den})`, value === null ? null : fromDouble(value));
      }
      case 'distinct': {
        const texts = new Set(this.rows.flatMap((row) => toText(row[column]) ?? []));
        return exact(
          `ROUND(SUMPRODUCT((${range}<>"")/COUNTIF(${range},${range}&"")),0)`,
          rational(BigInt(texts.size)),
        );
      }
      default:
        return aggregate.operation satisfies never;
    }
  }

  private countFacts(own: string, column: string, weight: string | null) {
    const has = (row: Row) => row[column] !== null && row[column] !== undefined;
    if (this.plan.dataset.derived) return this.countPeople(has);
    return weight
      ? {
          expression: `SUMPRODUCT(ISNUMBER(${this.range(own)})*${this.range(weight)})`,
          value: this.sumWeights(has),
        }
      : { expression: `COUNT(${this.range(own)})`, value: this.sumWeights(has) };
  }

  private countPeople(has: (row: Row) => boolean) {
    const person = this.plan.keys.find(({ name }) => name === 'person')!;
    const at = columnLetters(2 + this.plan.keys.indexOf(person));
    const first = this.add(this.words.newPerson, (row, line, index) =>
      formula(
        `IF($${at}${line}<>$${at}${line - 1},1,0)`,
        index === 0 || toText(row[person.sql_name]) !== toText(this.rows[index - 1]![person.sql_name])
          ? 1
          : 0,
      ),
    );
    const people = new Set(this.rows.filter(has).map((row) => toText(row[person.sql_name])));
    return { expression: `SUM(${this.range(first)})`, value: people.size };
  }
}
