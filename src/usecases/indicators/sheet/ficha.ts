import {
  type Language,
  type Measurement,
  type Rational,
  toNumber,
  type Sheet,
} from '../../../kernel/index.ts';
import type { SheetCell, SheetToWrite } from '../../../facts/index.ts';
import type { CheckedIndicator } from '../../../language/index.ts';
import {
  printInstant,
  printPeriod,
  printVerdict,
  printWarning,
  writeResult,
} from '../../../sentences/index.ts';
import { toCellValue } from './cell-value.ts';
import type { DataSheet } from './data-sheet.ts';
import { type Exact, formula, printQuotient, printShown, quoted, toExactTerm } from './formula.ts';
import { nameUnit } from './name-unit.ts';
import { SHEET_WORDS, STATE_WORDS } from './words.ts';

export interface FichaInput {
  readonly indicator: CheckedIndicator;
  readonly sheet: Sheet;
  readonly measurement: Measurement | null;
  readonly data: readonly DataSheet[];
  readonly period: string;
  readonly as_of: string | null;
  /** Each with the words of its value and of its dimension. */
  readonly filters: readonly { readonly label: string; readonly of: string }[];
  readonly language: Language;
  readonly pack: string;
}

interface Line {
  readonly concept: string;
  readonly value: SheetCell;
  readonly how: string;
}

/** A number with at most two decimals as text in the marks of the language, whatever the spreadsheet's own. */
function printedRound(cell: string, language: Language): string {
  const [wrong, right] = language === 'es' ? ['.', ','] : [',', '.'];
  return `SUBSTITUTE(ROUND(${cell},2)&"",${quoted(wrong)},${quoted(right)})`;
}

function printedText(value: number, language: Language): string {
  const rounded = Math.round(value * 100 + (value < 0 ? -1e-9 : 1e-9)) / 100;
  return language === 'es' ? String(rounded).replace('.', ',') : String(rounded);
}

/** The sheet of the figure: each number as a formula over the facts, the standard to change, the verdict that follows. */
export function toFicha(input: FichaInput): SheetToWrite {
  return new FichaWriter(input).write();
}

class FichaWriter {
  private readonly input: FichaInput;
  private readonly lines: Line[] = [];

  constructor(input: FichaInput) {
    this.input = input;
  }

  private get words() {
    return SHEET_WORDS[this.input.language];
  }

  private unitOf(unit: string | null): string {
    return unit === null ? '' : nameUnit(unit, this.input.language);
  }

  /** Adds a line and gives the address of its value. */
  private add(concept: string, value: SheetCell, how = ''): string {
    this.lines.push({ concept, value, how });
    return `$B$${this.lines.length + 1}`;
  }

  write(): SheetToWrite {
    const { words } = this;
    const { indicator, sheet, measurement, period, as_of, filters, language, pack } = this.input;
    this.add(words.indicator, sheet.name[language], sheet.code ?? '');
    this.add(words.period, printPeriod(period, language));
    if (as_of !== null) this.add(words.cut, printInstant(as_of, language));
    for (const { label, of } of filters) this.add(words.filters, label, of);
    const figure = this.addFigure();
    this.addCounts();
    const verdict = this.addStandard(figure);
    this.addSentence(figure, verdict);
    if (measurement) this.add(words.interpretation, measurement.sentences[language]);
    this.addClosed();
    this.add(words.objective, sheet.objective[language]);
    this.add(words.formula, sheet.formula);
    if (sheet.measure !== null)
      this.add(words.measureWritten, sheet.measure, this.unitOf(indicator.measure_unit));
    this.add(words.source, sheet.source[language]);
    this.add(words.responsible, sheet.responsible[language]);
    this.add(words.pack, pack);
    return {
      name: words.sheet,
      header: [words.concept, words.value, words.how],
      rows: this.lines.map(({ concept, value, how }) => [concept, value, how]),
      widths: [32, 60, 44],
    };
  }

  /** Of a closed month: the figure that was frozen, since the rows below are those of today. */
  private addClosed(): void {
    const { words } = this;
    const { measurement, language, sheet } = this.input;
    const told = (measurement?.warnings ?? []).filter(({ code }) => code.startsWith('closed'));
    if (!measurement || told.length === 0) return;
    const figure = writeResult(measurement, sheet, language)?.value ?? printVerdict('no-data', language);
    this.add(words.closedMonth, figure, told.map((warning) => printWarning(warning, language)).join(' '));
  }

  private exactAggregates(): Exact[] {
    return this.input.indicator.aggregates.map((_, index) => {
      const found = this.input.data.find(({ aggregates }) => aggregates.has(index));
      if (!found) throw new Error(`no sheet adds up aggregate ${index}`);
      return found.aggregates.get(index)!;
    });
  }

  private addFigure() {
    const { words } = this;
    const { indicator, data } = this.input;
    const aggregates = this.exactAggregates();
    const unit = this.unitOf(indicator.measure_unit);
    const numerator = toExactTerm(indicator.numerator, aggregates, indicator);
    const denominator = indicator.denominator && toExactTerm(indicator.denominator, aggregates, indicator);
    const up = printShown(numerator);
    const down = denominator && printShown(denominator);
    const upCell = this.add(words.numerator, formula(up.expression, toCellValue(up.value)), unit);
    const downCell =
      down && this.add(words.denominator, formula(down.expression, toCellValue(down.value)), unit);
    const counts = this.factsBehind(data);
    const nCell = this.add(words.n, formula(counts.expression, counts.value));
    const quotient = denominator ? printQuotient(numerator, denominator) : up.expression;
    const exists = counts.value > 0 && up.value !== null && (!down || (down.value?.num ?? 0n) !== 0n);
    const exact =
      exists && up.value
        ? down?.value
          ? toNumber({ num: up.value.num * down.value.den, den: up.value.den * down.value.num })
          : toNumber(up.value)
        : '';
    const absent = downCell ? `OR(${nCell}=0,${downCell}=0)` : `${nCell}=0`;
    const cell = this.add(
      words.result,
      formula(`IF(${absent},"",${quotient})`, exact),
      this.unitOf(indicator.unit),
    );
    return {
      cell,
      upCell,
      downCell,
      nCell,
      value: exact,
      up: up.value,
      down: down?.value ?? null,
      n: counts.value,
    };
  }

  /** What `n` counts: the facts that are measured, else those behind the denominator. */
  private factsBehind(data: readonly DataSheet[]) {
    const measured = data.find((sheet) => sheet.measured)?.measured;
    if (measured) return measured.n;
    const { numerator, denominator } = this.input.indicator;
    const index = JSON.stringify(denominator ?? numerator).match(/"kind":"aggregate","index":(\d+)/)?.[1];
    const found = data.find(({ facts }) => facts.has(Number(index)))?.facts.get(Number(index));
    if (!found) throw new Error('a formula without facts');
    return found;
  }

  private addCounts(): void {
    const { words } = this;
    const { data, language, indicator, sheet } = this.input;
    const [home] = data;
    const states = STATE_WORDS[language];
    if (indicator.closes) {
      const open = home!.countState(states.open);
      const past = home!.countState(states['open-past-limit']);
      this.add(words.open, formula(`${open.expression}+${past.expression}`, open.value + past.value));
      this.add(words.past, formula(past.expression, past.value));
    }
    for (const { code, text } of sheet.except) {
      const out = home!.countState(`${states.excluded}: ${code}`);
      this.add(words.excluded, formula(out.expression, out.value), text[language]);
    }
    const measured = home!.measured;
    if (!measured) return;
    for (const [label, percent] of [
      [words.p50, 50],
      [words.p90, 90],
    ] as const) {
      const found = measured.percentile(percent);
      if (found) this.add(label, formula(found.expression, found.value), this.unitOf(indicator.measure_unit));
    }
    if (measured.limited.value > 0) {
      // An open fact past its limit is outside, as the figure counts it.
      const past = indicator.closes
        ? home!.countState(states['open-past-limit'])
        : { expression: '0', value: 0 };
      this.add(
        words.inside,
        formula(
          `(${measured.inside.expression})/(${measured.limited.expression}+${past.expression})`,
          measured.inside.value / (measured.limited.value + past.value),
        ),
      );
    }
  }

  private addStandard(figure: { readonly cell: string }): { readonly cell: string; readonly text: string } {
    const { words } = this;
    const { measurement, indicator, language } = this.input;
    const standard = measurement?.standard ?? null;
    const verdictOf = (code: Measurement['verdict']) => printVerdict(code, language);
    const text = verdictOf(measurement?.verdict ?? 'no-data');
    if (!standard) return { cell: this.add(words.verdict, verdictOf('no-data')), text };
    const several = measurement?.warnings.some(({ code }) => code === 'several-standards') ?? false;
    const note = several ? words.weighted : words.changeable;
    const floor = this.add(words.floor, standard.floor, standard.floor === null ? '' : note);
    const ceiling = this.add(words.ceiling, standard.ceiling, standard.ceiling === null ? '' : note);
    this.add(words.since, standard.from);
    const { cell } = figure;
    const [met, not, alert, none] = (['met', 'not-met', 'met-with-alert', 'no-data'] as const).map((code) =>
      quoted(verdictOf(code)),
    );
    const direction = indicator.standards.find(({ from }) => from === standard.from)?.direction ?? 'at-least';
    const above = `AND(${ceiling}<>"",${cell}>${ceiling})`;
    const below = `AND(${floor}<>"",${cell}<${floor})`;
    const judged = {
      'at-least': `IF(${below},${not},IF(${above},${alert},${met}))`,
      'at-most': `IF(${above},${not},${met})`,
      between: `IF(OR(${above},${below}),${not},${met})`,
    }[direction];
    return { cell: this.add(words.verdict, formula(`IF(${cell}="",${none},${judged})`, text)), text };
  }

  /** The mean beside its limit in the unit of the cases, which is told before the index; null where there is none. */
  private toOwnMean({ up, down, upCell, downCell, nCell, n }: ReturnType<FichaWriter['addFigure']>) {
    const { indicator, language } = this.input;
    const unit = indicator.measure_unit;
    if (indicator.unit !== 'ratio' || !indicator.measure || unit === null) return null;
    if (!up || !down || !downCell || n === 0) return null;
    const { words } = this;
    const mean = (cell: string) => printedRound(`${cell}/${nCell}`, language);
    const meanText = (value: Rational) => printedText(toNumber(value) / n, language);
    const ending = unit === 'h' || unit === 'min' || unit === 's' ? unit : nameUnit(unit, language);
    return {
      parts: [mean(upCell), quoted(` ${words.of} `), mean(downCell), quoted(` ${ending} ${words.mean}`)],
      text: `${meanText(up)} ${words.of} ${meanText(down)} ${ending} ${words.mean}`,
    };
  }

  /** The figure in one sentence that follows the cells; the full reading stands below as written. */
  private addSentence(
    figure: ReturnType<FichaWriter['addFigure']>,
    verdict: { readonly cell: string; readonly text: string },
  ): void {
    const { words } = this;
    const { indicator, sheet, measurement, language } = this.input;
    const name = sheet.name[language];
    const isRatio = indicator.unit === 'ratio';
    const ending = isRatio ? (language === 'es' ? ' %' : '%') : ` ${indicator.unit}`;
    const amount = (cell: string) =>
      `${printedRound(isRatio ? `${cell}*100` : cell, language)}&${quoted(ending)}`;
    const amountText = (value: number) => printedText(isRatio ? value * 100 : value, language) + ending;
    const index = [amount(figure.cell)];
    let indexText = typeof figure.value === 'number' ? amountText(figure.value) : '';
    const standard = measurement?.standard;
    const bound = standard?.floor ?? standard?.ceiling;
    if (standard && bound !== null && bound !== undefined) {
      const word = standard.floor === null ? words.atMost : words.atLeast;
      const line = this.lines.findIndex(
        ({ concept }) => concept === (standard.floor === null ? words.ceiling : words.floor),
      );
      index.push(quoted(` ${words.against} ${word} `), amount(`$B$${line + 2}`));
      indexText += ` ${words.against} ${word} ${amountText(bound)}`;
    }
    const own = this.toOwnMean(figure);
    const said = own === null ? index : [...own.parts, quoted(' ('), ...index, quoted(')')];
    const parts = [quoted(`${name}: `), ...said];
    let text = `${name}: ${own === null ? indexText : `${own.text} (${indexText})`}`;
    parts.push(quoted('. '), verdict.cell, quoted('.'));
    text += `. ${verdict.text}.`;
    const absent = `${name}: ${printVerdict('no-data', language)}.`;
    this.add(
      words.sentence,
      formula(
        `IF(${figure.cell}="",${quoted(absent)},${parts.join('&')})`,
        figure.value === '' ? absent : text,
      ),
    );
  }
}
