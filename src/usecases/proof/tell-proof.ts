import { LANGUAGES, type Language, type LocalText, type Sheet } from '../../kernel/index.ts';
import { roundBeside } from '../../charts/index.ts';
import type { Figure } from '../../engine/index.ts';
import {
  printNumber,
  printPercent,
  printQuantity,
  sayRefusal,
  showFigure,
  writeProof,
} from '../../sentences/index.ts';
import type { Difference } from '../../statistics/index.ts';
import type { Proof, ToldDifference } from './proof.ts';

/** With the digits that matter beside a width; of what would read as nothing, those of its own. */
function roundBound(value: number, width: number): number {
  const rounded = roundBeside(value, width);
  return rounded === 0 && value !== 0 ? roundBeside(value, Math.abs(value)) : rounded;
}

const both = (say: (language: Language) => string): LocalText => ({ es: say('es'), en: say('en') });

/** Prints amounts of an indicator as its sheet tells results. */
export class ProofTeller {
  private readonly figure: Figure;
  private readonly sheet: Sheet;

  /** @param figure any of the proof: its standard says in which unit results are told */
  constructor(figure: Figure, sheet: Sheet) {
    this.figure = figure;
    this.sheet = sheet;
  }

  private show(value: number, language: Language) {
    return showFigure({ ...this.figure, value }, this.sheet, language);
  }

  /** Whether results are told as parts of a hundred. */
  get isShare(): boolean {
    return this.show(1, 'es')?.unit === 'ratio';
  }

  value(value: number | null): LocalText | null {
    if (value === null) return null;
    const [es, en] = LANGUAGES.map((language) => this.show(value, language)?.text);
    return es === undefined || en === undefined ? null : { es, en };
  }

  standard(figure: Figure): LocalText | null {
    const [es, en] = LANGUAGES.map((language) => showFigure(figure, this.sheet, language)?.standard ?? null);
    return es && en ? { es, en } : null;
  }

  /** An amount of change, with the digits that matter beside how far the interval goes. */
  amount(value: number, spread: number): LocalText {
    return both((language) => {
      const shown = this.show(value, language);
      const width = Math.abs(this.show(spread, language)?.value ?? 0);
      if (shown === null) return printNumber(value, language);
      if (shown.unit !== 'ratio') return printQuantity(roundBound(shown.value, width), shown.unit, language);
      const points = roundBound(shown.value * 100, width * 100);
      const word = language === 'es' ? 'punto' : 'point';
      return `${printNumber(points, language)} ${word}${Math.abs(points) === 1 ? '' : 's'}`;
    });
  }

  difference(found: Difference): ToldDifference {
    const spread = found.low === null || found.high === null ? found.difference : found.high - found.low;
    const tell = (value: number | null) => (value === null ? null : this.amount(value, spread));
    return {
      ...found,
      text: this.amount(found.difference, spread),
      low_text: tell(found.low),
      high_text: tell(found.high),
    };
  }

  /** `83,3 %`; of shares the difference itself: `20 puntos`. */
  size(change: number | null, difference: Difference | null, language: Language): string | null {
    if (!this.isShare) return change === null ? null : printPercent(Math.abs(change), language, 1);
    if (difference === null) return null;
    const spread = (difference.high ?? 0) - (difference.low ?? 0);
    return this.amount(Math.abs(difference.difference), spread)[language];
  }
}

/** The sentence of a proof, in both languages. */
export function sayProof(proof: Omit<Proof, 'sentence' | 'worked'>, teller: ProofTeller): LocalText {
  const { before, after, difference, comparison } = proof;
  return both((language) =>
    writeProof(
      {
        outcome: proof.outcome,
        before: before.text?.[language] ?? null,
        after: after?.text?.[language] ?? null,
        before_period: before.period,
        after_period: after?.period ?? null,
        n_before: before.n,
        n_after: after?.n ?? 0,
        per_month: proof.per !== null,
        difference: difference?.difference ?? null,
        change: teller.size(proof.change?.value ?? null, difference, language),
        low: difference?.low_text?.[language] ?? null,
        high: difference?.high_text?.[language] ?? null,
        comparison: comparison && {
          units: comparison.units,
          before: comparison.before.text?.[language] ?? null,
          after: comparison.after.text?.[language] ?? null,
          more: comparison.more?.text[language] ?? null,
          low: comparison.more?.low_text?.[language] ?? null,
          high: comparison.more?.high_text?.[language] ?? null,
        },
      },
      language,
    ),
  );
}

/** A code with its params in words of both languages. */
export function sayCode(code: string, params: Parameters<typeof sayRefusal>[1]): LocalText {
  return both((language) => sayRefusal(code, params, language));
}
