import type { Language } from '../kernel/index.ts';
import { MOST_RUN, type ProcessReading, type Signal, SMALLEST_BASELINE } from '../statistics/index.ts';
import { roundBeside } from './axis.ts';
import type { Draw } from './chart.ts';
import type { TrendView } from './trend-view.ts';

/** Periods named one by one; more are counted. */
const MOST_NAMED = 3;

/** Causes told one by one; the table has them all. */
const MOST_CAUSES = 2;

/** What a control chart shows, in one sentence, and the causes that are known. */
export function writeTrendFinding(
  view: TrendView,
  reading: ProcessReading,
  print: Draw['print'],
  language: Language,
): string {
  const causes = (view.notes ?? [])
    .filter(({ period }) => view.points.some((point) => point.period === period))
    .slice(-MOST_CAUSES)
    .map(({ period, cause }) => {
      const when = print.shortPeriod(period, language);
      const text = cause.replace(/[.\s]+$/, '');
      return language === 'es' ? `Causa anotada de ${when}: ${text}.` : `Cause noted of ${when}: ${text}.`;
    });
  return [writeSignals(view, reading, print, language), ...causes].join(' ');
}

function writeSignals(
  view: TrendView,
  reading: ProcessReading,
  print: Draw['print'],
  language: Language,
): string {
  const es = language === 'es';
  const { limits, signals, n } = reading;
  const when = (index: number) => print.shortPeriod(view.points[index]!.period, language);
  if (limits === null) {
    return es
      ? `Todavía no hay límites habituales: hacen falta ${SMALLEST_BASELINE} períodos cerrados con datos y hay ${n}.`
      : `There are no usual limits yet: ${SMALLEST_BASELINE} settled periods with data are needed and there are ${n}.`;
  }
  const parts: string[] = [];
  const last = view.points.findLastIndex(({ value, provisional }) => value !== null && !provisional);
  const outside = signals.filter(({ rule }) => rule === 'outside');
  const latest = outside.filter(({ index, side }) => {
    const until = outside.filter((other) => other.index >= index && other.side === side);
    return until.length === last - index + 1;
  });
  if (latest.length > 0) parts.push(writeLatest(view, latest, when, es));
  // Points whose cause is known are told with it.
  const known = new Set((view.notes ?? []).map(({ period }) => period));
  const others = outside
    .filter((signal) => !latest.includes(signal) && !known.has(view.points[signal.index]!.period))
    .map(({ index }) => index);
  // The last period first, in the words of the tile; what was before follows.
  const isCalm = !signals.some(({ index }) => index === last);
  if (isCalm && others.length > 0)
    parts.push(es ? 'el último período está dentro de lo habitual' : 'the last period is within the usual');
  if (others.length > 0) {
    const named = others.length <= MOST_NAMED ? ` (${others.map(when).join(', ')})` : '';
    const one = es ? 'un punto fuera de los límites habituales' : 'one point outside the usual limits';
    const many = es
      ? `${others.length} puntos fuera de los límites habituales`
      : `${others.length} points outside the usual limits`;
    const before = latest.length === 0 && !isCalm ? '' : es ? 'antes, ' : 'before that, ';
    parts.push(`${before}${others.length === 1 ? one : many}${named}`);
  }
  // A run that goes on is news; one that ended is history, and its points are flagged all the same.
  for (const run of listRuns(view, reading, last).toReversed())
    parts.push(
      run.end === last && latest.length === 0
        ? writeRun(view, run, when, es)
        : writeOldRun(run, run.end === last, when, es),
    );
  const near = signals.filter(({ rule }) => rule === 'three-of-four');
  if (near.length > 0 && parts.length === 0)
    parts.push(
      es
        ? `Varios períodos seguidos cerca de un límite habitual (${when(near.at(-1)!.index)})`
        : `Several periods in a row near a usual limit (${when(near.at(-1)!.index)})`,
    );
  if (parts.length > 0) {
    const text = parts.join('; ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  }
  const [low, high] = [limits.lower, limits.upper].map((limit) =>
    limit === null ? null : print.quantity(roundBeside(limit, limits.range_upper), view.unit, language),
  );
  const between =
    low && high
      ? es
        ? `entre ${low} y ${high}`
        : `between ${low} and ${high}`
      : high
        ? es
          ? `hasta ${high}`
          : `up to ${high}`
        : low
          ? es
            ? `desde ${low}`
            : `from ${low}`
          : '';
  if (between === '') return es ? 'Sin cambios fuera de lo habitual.' : 'No change out of the ordinary.';
  return es
    ? `Sin cambios fuera de lo habitual: lo normal aquí es moverse ${between}.`
    : `No change out of the ordinary: what is normal here is ${between}.`;
}

/** The latest periods, all outside on one side. */
function writeLatest(
  view: TrendView,
  latest: readonly Signal[],
  when: (index: number) => string,
  es: boolean,
): string {
  const above = latest[0]!.side === 'above';
  const last = when(latest.at(-1)!.index);
  const verb = sayMove(view, above, es);
  if (es) {
    const who =
      latest.length === 1
        ? `el último período (${last}) está`
        : `los últimos ${latest.length} períodos están`;
    return `${who} por ${above ? 'encima' : 'debajo'} de lo habitual: el resultado ${verb}`;
  }
  const who = latest.length === 1 ? `the last period (${last}) is` : `the last ${latest.length} periods are`;
  return `${who} ${above ? 'above' : 'below'} what is usual: the result ${verb}`;
}

/** `mejoró`, `empeoró`, or `cambió` where no direction is better. */
function sayMove({ direction }: TrendView, above: boolean, es: boolean): string {
  if (direction !== 'at-least' && direction !== 'at-most') return es ? 'cambió' : 'changed';
  const better = (direction === 'at-least') === above;
  if (es) return better ? 'mejoró' : 'empeoró';
  return better ? 'improved' : 'worsened';
}

/** A stretch of settled periods on one side of the mean, at least one of them flagged as a run. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly side: Signal['side'];
}

/** The runs that fire a rule, oldest first, each whole: from its first period to its last. */
function listRuns({ points }: TrendView, reading: ProcessReading, last: number): readonly Run[] {
  const runs = new Map<number, Run>();
  for (const { rule, index, side } of reading.signals) {
    if (rule !== 'run-of-eight') continue;
    // A run ends with its baseline: beyond it the centre is another.
    const stretch = reading.stretches.find(({ from, to }) => from <= index && index < to)!;
    const isSide = (at: number) => {
      const { value, provisional } = points[at] ?? { value: null, provisional: false };
      const centre = reading.points[at]?.centre;
      if (value === null || provisional || centre === undefined) return false;
      if (at < stretch.from || at >= stretch.to) return false;
      return side === 'above' ? value > centre : value < centre;
    };
    let [start, end] = [index, index];
    while (start > 0 && isSide(start - 1)) start--;
    while (end < last && isSide(end + 1)) end++;
    runs.set(start, { start, end, side });
  }
  return [...runs.values()].toSorted((a, b) => a.start - b.start);
}

function sayRun({ start, end, side }: Run, es: boolean): string {
  const length = Math.max(end - start + 1, MOST_RUN);
  return es
    ? `racha de ${length} ${side === 'above' ? 'sobre' : 'bajo'} la media`
    : `run of ${length} ${side} the mean`;
}

function writeRun(view: TrendView, run: Run, when: (index: number) => string, es: boolean): string {
  const verb = sayMove(view, run.side === 'above', es);
  return es
    ? `el resultado ${verb} desde ${when(run.start)} (${sayRun(run, es)})`
    : `the result ${verb} from ${when(run.start)} (${sayRun(run, es)})`;
}

/** A run that ended, or that goes on where the latest periods were already told. */
function writeOldRun(run: Run, goesOn: boolean, when: (index: number) => string, es: boolean): string {
  if (goesOn)
    return es
      ? `con una ${sayRun(run, es)} desde ${when(run.start)}`
      : `with a ${sayRun(run, es)} since ${when(run.start)}`;
  return es
    ? `hubo una ${sayRun(run, es)} (${when(run.start)} a ${when(run.end)})`
    : `there was a ${sayRun(run, es)} (${when(run.start)} to ${when(run.end)})`;
}
