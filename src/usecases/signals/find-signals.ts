import { setImmediate } from 'node:timers/promises';
import { addDays, LANGUAGES, parsePeriod, type Person, type Scope } from '../../kernel/index.ts';
import { printCount, printNumber, printPeriod } from '../../sentences/index.ts';
import type { Figures } from '../figures.ts';
import type { Institution } from '../institution.ts';
import { settlePeriod } from '../settle-period.ts';
import { findEasyStandards } from './find-easy-standards.ts';
import { findCurrent } from './find-current.ts';
import { foldParts } from './fold-parts.ts';
import { isSeen, toSeen } from './marks.ts';
import type { SignalLine, SignalsView } from './signal-line.ts';
import { toSignalLine } from './to-signal-line.ts';
import { toStandings } from './to-standings.ts';
import { listWaiting } from './list-waiting.ts';
import { toFirstMonth, watchSeries } from './watch-series.ts';

/** Lines written between two pauses. */
const LINES_AT_ONCE = 20;

export interface SignalsInput {
  /** Null for the latest month that says most; of a longer stretch its last month. */
  readonly period: string | null;
  /** One unit; null for all the scope reaches. */
  readonly unit: string | null;
  readonly scope: Scope;
  /** Whose marks count; null for nobody's. */
  readonly who: Person | null;
  /** Local date of the institution. */
  readonly today: string;
}

/**
 * The signals of a month over all that is watched within the scope: each indicator whole and by its breakdowns
 * (units where the sheet does not say), 24 months in one measurement, kept for as long as neither facts, content
 * nor what was decided of points change. Ranked: first what fails its standard and did not improve, within each
 * group by distance in sigmas times the root of n. Parts that change with their whole are told within it. `today`
 * is what a day brings: at most `signals_per_day` (a setting of packs), without what this person has seen or whose
 * cause is approved; `lines` is everything.
 *
 * Whoever tells people (digests) may rely on `key`, `indicator`, `dimensions`, `part`, `period`, `rule`, `verdict`,
 * `standing`, `better`, `sentence` and on the order of `today`. Refuses `out-of-scope` for a unit outside.
 */
export async function findSignals(
  institution: Institution,
  figures: Figures,
  { period, unit, scope, who, today }: SignalsInput,
): Promise<SignalsView> {
  const { cache, version } = figures;
  const settled = await settlePeriod(institution, figures, period, scope, today);
  const month = toMonth(settled.text);
  const stamp = institution.ledger.signals.stamp();
  const key = JSON.stringify(['signals', month, unit, scope, stamp]);
  const found = await cache.keep(institution, version, key, async () => {
    const watched = await watchSeries(institution, figures, { month, unit, scope });
    const found = watched.flatMap((each) => findCurrent(institution, each, month) ?? []);
    const kept = foldParts(found);
    const lines: SignalLine[] = [];
    for (const each of kept) {
      lines.push(toSignalLine(institution, each));
      if (lines.length % LINES_AT_ONCE === 0) await setImmediate();
    }
    return {
      watched: watched.length,
      lines,
      folded: found.length - kept.length,
      standings: toStandings(institution, watched),
      easy: findEasyStandards(institution, watched),
    };
  });
  const seen = toSeen(institution, who);
  const waiting = listWaiting(institution, who, today);
  const lines = found.lines.map((line) => ({
    ...line,
    seen_at: isSeen(line, seen)?.at ?? null,
    waiting: waiting.get(line.key) ?? [],
  }));
  const fresh = lines.filter(({ seen_at, cause }) => seen_at === null && cause === null);
  const per_day = institution.content.catalogue.settings.signals_per_day;
  const view = {
    period: month,
    from: toFirstMonth(month),
    watched: found.watched,
    today: fresh.slice(0, per_day),
    per_day,
    lines,
    more: Math.max(0, fresh.length - per_day),
    seen: lines.filter(({ seen_at, cause }) => seen_at !== null && cause === null).length,
    explained: lines.filter(({ cause }) => cause !== null).length,
    folded: found.folded,
    standings: found.standings,
    easy: found.easy,
  };
  const [es, en] = LANGUAGES.map((language) => writeHeadline(view, fresh, language));
  return { ...view, sentence: { es: es!, en: en! } };
}

/** The month a period ends with. */
function toMonth(text: string): string {
  const [first = '', last] = text.split('..');
  return addDays(parsePeriod(last ?? first)!.to, -1).slice(0, '2011-06'.length);
}

/** «En febrero de 2012 hay 3 señales, 1 de algo que no cumple.» */
function writeHeadline(
  { period, watched, explained, seen }: Omit<SignalsView, 'sentence'>,
  fresh: readonly SignalLine[],
  language: 'es' | 'en',
): string {
  const es = language === 'es';
  const when = printPeriod(period, language);
  const failing = fresh.filter(({ verdict }) => verdict === 'not-met').length;
  const known = explained + seen;
  const series = printCount(
    watched,
    es ? ['serie vigilada', 'series vigiladas'] : ['series watched', 'series watched'],
    language,
  );
  if (watched === 0)
    return es ? `En ${when} no hay nada que vigilar todavía.` : `In ${when} there is nothing to watch yet.`;
  if (fresh.length === 0) {
    const rest =
      known === 0
        ? ''
        : es
          ? ` (${printCount(known, ['ya se vio o tiene causa anotada', 'ya se vieron o tienen causa anotada'], language)})`
          : ` (${printCount(known, ['was seen or has its cause noted', 'were seen or have their cause noted'], language)})`;
    return es
      ? `En ${when} no hay señales nuevas en ${series}${rest}.`
      : `In ${when} there are no new signals in ${series}${rest}.`;
  }
  const signals = printCount(fresh.length, es ? ['señal', 'señales'] : ['signal', 'signals'], language);
  const one = fresh.length === 1;
  const n = printNumber(failing, language);
  // The latest month may still be provisional: then what is told is of the one before.
  const before = fresh.filter((line) => line.period !== toMonth(period)).length;
  const earlier = printNumber(before, language);
  if (es) {
    const of =
      failing === 0
        ? 'todo lo que cambió cumple su estándar o no tiene uno'
        : one
          ? 'no cumple su estándar'
          : `${n} en lo que no cumple su estándar`;
    const of_before = before === 0 ? '' : ` ${earlier} ${before === 1 ? 'es' : 'son'} de meses anteriores.`;
    return `En ${when} hay ${signals} en ${series}: ${of}.${of_before}`;
  }
  const of =
    failing === 0
      ? 'all that changed meets its standard or has none'
      : one
        ? 'it does not meet its standard'
        : `${n} in what does not meet its standard`;
  const of_before = before === 0 ? '' : ` ${earlier} ${before === 1 ? 'is' : 'are'} of earlier months.`;
  return `In ${when} there ${one ? 'is' : 'are'} ${signals} in ${series}: ${of}.${of_before}`;
}
