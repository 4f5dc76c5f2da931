import { addDays, type Language, parsePeriod, Refusal, type Scope, toLocal } from '../kernel/index.ts';
import type { MonthLoop } from '../report/index.ts';
import { nameInImprovement, sayMonthClosed } from '../sentences/index.ts';
import type { Figures } from './figures.ts';
import { listDecisions } from './improvements/list-decisions.ts';
import { seesPlace } from './improvements/reach-improvement.ts';
import type { Institution } from './institution.ts';
import { findSignals } from './signals/find-signals.ts';
import { listWorkshops } from './workshops/list-workshops.ts';

/** Signals that a page of the report holds. */
const MOST_SIGNALS = 10;

export interface LoopAsked {
  readonly period: string;
  readonly scope: Scope;
  readonly language: Language;
  readonly today: string;
  readonly figures: Figures;
}

async function gatherSignals(
  institution: Institution,
  { period, scope, language, today, figures }: LoopAsked,
): Promise<MonthLoop['signals']> {
  const asked = { period, unit: null, scope, who: null, today };
  const view = await findSignals(institution, figures, asked);
  // A month without facts is answered by another; of that one nothing is told here.
  if (view.period !== period) return { of: 0, lines: [] };
  return {
    of: view.lines.length,
    lines: view.lines.slice(0, MOST_SIGNALS).map((line) => ({
      name: line.name[language],
      part: line.part?.[language] ?? null,
      period: line.period,
      value: line.value[language],
      n: line.n,
      verdict: line.verdict,
      sentence: line.sentence[language],
    })),
  };
}

/**
 * What a month said and what was done about it, of what somebody reaches: its signals, the decisions taken
 * in it, improvements closed with their proof, whether it is closed, workshops held. Refuses
 * `period-unreadable`.
 */
export async function gatherLoop(institution: Institution, asked: LoopAsked): Promise<MonthLoop> {
  const { content, ledger } = institution;
  const { scope, language } = asked;
  const month = parsePeriod(asked.period);
  if (!month) throw new Refusal('period-unreadable', { period: asked.period });
  const { default_zone } = content.catalogue.settings;
  const dateOf = (at: string) => toLocal(BigInt(Date.parse(at)) * 1000n, default_zone).date;
  const within = (date: string) => month.from <= date && date < month.to;
  const closing = ledger.closings.find(month.text);
  const chains = listDecisions(institution, null, scope, { from: month.from, to: addDays(month.to, -1) });
  const closed = ledger.improvements
    .list({ state: 'closed' })
    .filter((record) => seesPlace(institution, scope, record))
    .flatMap(({ title, closings }) => {
      const last = closings.findLast(({ reopened_at }) => reopened_at === null);
      const told = last?.result['sentence'] as Readonly<Record<Language, unknown>> | undefined;
      const sentence = told?.[language];
      return last && within(dateOf(last.closed_at)) && typeof sentence === 'string'
        ? [{ title, sentence }]
        : [];
    });
  return {
    closing:
      closing === undefined ? null : sayMonthClosed({ ...closing, date: dateOf(closing.at) }, language),
    signals: await gatherSignals(institution, { ...asked, period: month.text }),
    decisions: chains.flatMap(({ title, fact, decision }) =>
      decision === null
        ? []
        : [
            {
              date: decision.date,
              title,
              fact: fact.text[language],
              decision: nameInImprovement('decision', decision.decision, language),
              reason: decision.reason,
              by: decision.by?.name ?? null,
            },
          ],
    ),
    results: closed,
    workshops: listWorkshops(institution, null, scope)
      .workshops.filter(({ state, date }) => state === 'held' && within(date))
      .map(({ date, topic, sentence }) => ({ date, topic, sentence: sentence[language] }))
      .toReversed(),
  };
}
