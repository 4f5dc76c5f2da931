import type { Figure } from '../../engine/index.ts';
import type { LocalText } from '../../kernel/index.ts';
import { type FrozenFigures, isSameFigure } from '../frozen-figures.ts';
import type { Institution } from '../institution.ts';
import { sayValue } from '../left-out.ts';

/** One figure of a closed month in two versions. */
export interface FigureChange {
  readonly indicator: string;
  readonly dimensions: Figure['dimensions'];
  /** Null where the version had no such figure. */
  readonly before: ToldFigure | null;
  readonly after: ToldFigure | null;
}

/** A figure in short, with its words. */
export interface ToldFigure {
  readonly value: number | null;
  readonly text: LocalText | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly n: number;
  readonly open: number;
  readonly verdict: Figure['verdict'];
}

const keyOf = ({ indicator, dimensions }: Figure): string =>
  JSON.stringify([indicator, Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** A figure in short. */
export function tellFigure({ content }: Pick<Institution, 'content'>, figure: Figure): ToldFigure {
  return {
    value: figure.value,
    text: sayValue(figure, content.catalogue.sheets.get(figure.indicator)),
    numerator: figure.exact?.numerator ?? null,
    denominator: figure.exact?.denominator ?? null,
    n: figure.n,
    open: figure.open.count,
    verdict: figure.verdict,
  };
}

/** What differs between two sets of figures, whole figures before their parts. */
export function compareFigures(
  institution: Pick<Institution, 'content'>,
  before: FrozenFigures,
  after: FrozenFigures,
): readonly FigureChange[] {
  const now = new Map(after.figures.map((figure) => [keyOf(figure), figure]));
  const changes: FigureChange[] = [];
  for (const was of before.figures) {
    const key = keyOf(was);
    const is = now.get(key);
    now.delete(key);
    if (is && isSameFigure(was, is) && isSameExactly(was, is)) continue;
    changes.push({
      indicator: was.indicator,
      dimensions: was.dimensions,
      before: tellFigure(institution, was),
      after: is ? tellFigure(institution, is) : null,
    });
  }
  for (const is of now.values())
    changes.push({
      indicator: is.indicator,
      dimensions: is.dimensions,
      before: null,
      after: tellFigure(institution, is),
    });
  const parts = ({ dimensions }: FigureChange): number => Object.keys(dimensions).length;
  return changes.toSorted((a, b) => parts(a) - parts(b) || (toText(a) < toText(b) ? -1 : 1));
}

const toText = ({ indicator, dimensions }: FigureChange): string => JSON.stringify([indicator, dimensions]);

function isSameExactly(a: Figure, b: Figure): boolean {
  return a.exact?.numerator === b.exact?.numerator && a.exact?.denominator === b.exact?.denominator;
}
