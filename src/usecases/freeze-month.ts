import type { Figure } from '../engine/index.ts';
import { parsePeriod, type Period, Refusal } from '../kernel/index.ts';
import { type ClosingDigests, freezeContent } from './closings/closing-digests.ts';
import { digestContent, digestDefinitions } from './closings/digest-content.ts';
import { digestFacts, planDigests } from './closings/digest-facts.ts';
import type { FrozenFigures } from './frozen-figures.ts';
import { type FrozenCut, measureFigures, type MeasureInput } from './indicators/measure-indicators.ts';
import { listSplits } from './indicators/view/read-breakdown.ts';
import { type Institution, resolveAllMerges } from './institution.ts';
import { caseEventsRead } from './project-cases.ts';

/** A month as it would be frozen now. */
export interface FrozenMonth {
  readonly period: Period;
  readonly figures: FrozenFigures;
  readonly digests: ClosingDigests;
}

/** A month by its text; refuses (`closing-needs-month`) any other period. */
export function getMonth(text: string): Period {
  const period = parsePeriod(text);
  if (period?.grain !== 'month') throw new Refusal('closing-needs-month', { period: text });
  return period;
}

/**
 * Measures a month whole and by every dimension that the screens split by, and digests what the
 * figures come from: the same on any machine whose raw files and ledger are the same.
 */
export async function freezeMonth(institution: Institution, month: string): Promise<FrozenMonth> {
  const period = getMonth(month);
  const { ledger, content, facts } = institution;
  const ids = [...content.indicators.keys()].sort();
  const figures = await freezeFigures(institution, period.text, ids, {});
  const { catalogue } = content;
  const { sheets, calendars, schedules, processes, standard_minutes, settings } = catalogue;
  const measured = new Map([...sheets].filter(([id]) => ids.includes(id)));
  const digests: ClosingDigests = {
    facts: await digestFacts(institution, planDigests(institution, ids), period),
    definitions: digestDefinitions(institution, ids),
    content: digestContent(institution),
    cuts: figures.cuts,
    imports: ledger.listImports().map(({ seq }) => seq),
    worked: caseEventsRead({ facts }),
    left_out: ledger.contests
      .exclusions(period.text)
      .map(({ dataset, indicator, key }) => ({ dataset, indicator, key })),
    waiting: countWaiting(institution, period),
    frozen: freezeContent({
      sheets: measured,
      calendars,
      schedules,
      processes,
      standard_minutes,
      settings,
      merges: resolveAllMerges(content, ledger),
    }),
  };
  return { period, figures: figures.frozen, digests };
}

function countWaiting({ ledger, content }: Institution, { from, to }: Period): number {
  return [...content.catalogue.datasets.values()]
    .filter(({ derived }) => !derived)
    .reduce((sum, { id }) => sum + toCount(ledger.countOpenQuarantine(id, from, to)), 0);
}

function toCount(count: ReturnType<Institution['ledger']['countOpenQuarantine']>): number {
  return count.dated + count.undated;
}

/** The figures of a month of those indicators, whole and split, with their exact fractions. */
export async function freezeFigures(
  institution: Institution,
  period: string,
  ids: readonly string[],
  how: Pick<MeasureInput, 'cuts' | 'without'>,
): Promise<{ readonly frozen: FrozenFigures; readonly cuts: ClosingDigests['cuts'] }> {
  const exact: Institution = { ...institution, settings: { ...institution.settings, exact: true } };
  const measure = (by: readonly string[], indicators: readonly string[]) =>
    measureFigures(exact, { period, indicators, by, as_of: null, live: true, ...how });
  const whole = await measure([], ids);
  const figures: Figure[] = [...whole.figures];
  const splits: Record<string, string[]> = {};
  const byDimension = new Map<string, string[]>();
  for (const id of ids) {
    const indicator = institution.content.indicators.get(id)!;
    splits[id] = listSplits(institution.content, indicator, 'es', true).map(({ name }) => name);
    for (const name of splits[id]) byDimension.set(name, [...(byDimension.get(name) ?? []), id]);
  }
  const done = { of: byDimension.size, at: 0 };
  for (const [dimension, indicators] of byDimension) {
    institution.ports.progress({ stage: 'freeze', done: done.at, of: done.of });
    done.at += 1;
    const found = await measure([dimension], indicators);
    figures.push(...found.figures.filter(({ dimensions }) => dimension in dimensions));
  }
  const cuts = Object.fromEntries(
    [...whole.plan.request.cuts].map(([id, cut]) => [
      id,
      { us: String(cut.us), worked: cut.of_import ? String(cut.of_import.us) : null },
    ]),
  );
  return { frozen: { as_of: whole.as_of, indicators: ids, splits, figures }, cuts };
}

/** Cuts as they are measured with. */
export function thawCuts(cuts: ClosingDigests['cuts']): ReadonlyMap<string, FrozenCut> {
  return new Map(
    Object.entries(cuts).map(([id, { us, worked }]) => [
      id,
      { us: BigInt(us), worked: worked === null ? null : BigInt(worked) },
    ]),
  );
}
