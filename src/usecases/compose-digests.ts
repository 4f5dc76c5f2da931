import { setImmediate } from 'node:timers/promises';
import { type AlertTells, LANGUAGES, type Person, toScope } from '../kernel/index.ts';
import type { DigestDraft } from '../ledger/index.ts';
import { nameInImprovement, sayStill, sayToldSignal } from '../sentences/index.ts';
import { listAlertRules } from './alerts/alert-rules.ts';
import { answersFor, type Candidate, toNews } from './alerts/candidate.ts';
import { findFigureLines, type RuleForPerson } from './alerts/find-figure-lines.ts';
import {
  findOthersActions,
  findOwnActions,
  findOwnCases,
  findReachedCases,
} from './alerts/find-work-lines.ts';
import type { Figures } from './figures.ts';
import { listBoard } from './improvements/list-board.ts';
import type { Institution } from './institution.ts';
import { toProcessPath } from './process-path.ts';
import { findSignals } from './signals/find-signals.ts';

/**
 * Writes the digests of a local date: for each person what is new to them by the rules in force, each thing
 * within their own reach. Whoever has nothing new, or has a digest of that date, gets none. Gives how many.
 */
export async function composeDigests(
  institution: Institution,
  figures: Figures,
  date: string,
): Promise<number> {
  const { ledger } = institution;
  const drafts: DigestDraft[] = [];
  for (const who of ledger.people.company(date).people) {
    if (ledger.alerts.hasDigest(who.id, date)) continue;
    const lines = toNews(await findForPerson(institution, figures, who, date), ledger.alerts.told(who.id));
    if (lines.length > 0) drafts.push({ person: who.id, lines });
    // Others are served in between.
    await setImmediate();
  }
  return ledger.as(null).alerts.tell(date, drafts);
}

/** How a rule holds for somebody: all it tells of, what they answer for, or nothing. */
function toHolding(tells: AlertTells, who: Person, today: string): 'all' | 'owned' | null {
  const isNamed = tells.people.includes(who.id);
  const hasRole = who.grants.some(
    ({ role, until }) => tells.roles.includes(role) && (until === null || until >= today),
  );
  if (isNamed || hasRole) return 'all';
  return tells.owners ? 'owned' : null;
}

async function findForPerson(
  institution: Institution,
  figures: Figures,
  who: Person,
  today: string,
): Promise<readonly Candidate[]> {
  const rules: RuleForPerson[] = listAlertRules(institution).flatMap(({ rule, tells, off }) => {
    const holding = off ? null : toHolding(tells, who, today);
    return holding === null ? [] : [{ rule, all: holding === 'all' }];
  });
  const scope = toScope(who, 'see-indicators', today);
  return [
    ...findWork(institution, who, rules, today),
    ...findStill(institution, who, rules, today),
    ...(scope === null ? [] : await findFigureLines(institution, figures, { who, scope, rules, today })),
    ...(await findSignalLines(institution, figures, who, rules, today)),
  ];
}

function findWork(
  institution: Institution,
  who: Person,
  rules: readonly RuleForPerson[],
  today: string,
): readonly Candidate[] {
  return rules.flatMap(({ rule, all }) => {
    if (rule.kind === 'case-deadline')
      return [...findOwnCases(institution, who, today), ...findReachedCases(institution, who, today, all)];
    if (rule.kind !== 'action-overdue') return [];
    const own = findOwnActions(institution, who, today);
    if (!all) return own;
    const seen = new Set(listSeen(institution, who, today).map(({ id }) => id));
    return [...own, ...findOthersActions(institution, who, today, (id) => seen.has(id))];
  });
}

function listSeen(institution: Institution, who: Person, today: string, mine = false) {
  const scope = toScope(who, 'see-improvements', today);
  if (scope === null) return [];
  return listBoard(institution, who, scope, { mine }).columns.flatMap(({ cards }) => cards);
}

/** Improvements that stand still: those somebody has a part in, or all within their reach. */
function findStill(
  institution: Institution,
  who: Person,
  rules: readonly RuleForPerson[],
  today: string,
): readonly Candidate[] {
  return rules
    .filter(({ rule }) => rule.kind === 'improvement-still')
    .flatMap(({ all }) =>
      listSeen(institution, who, today, !all)
        .filter(({ still }) => still)
        .map(({ id, title, stage, still_days: days, last_event }) => {
          const [es, en] = LANGUAGES.map((language) =>
            sayStill({ title, stage: nameInImprovement('stage', stage, language), days }, language),
          );
          return {
            kind: 'improvement-still',
            text: { es: es!, en: en! },
            to: `/mejoras/${id}`,
            tokens: [`still ${id} ${last_event}`],
            series: null,
            rank: -days,
          } as const;
        }),
    );
}

/** Signals of the month that are no betterment, without what they have seen or whose cause is known. */
async function findSignalLines(
  institution: Institution,
  figures: Figures,
  who: Person,
  rules: readonly RuleForPerson[],
  today: string,
): Promise<readonly Candidate[]> {
  const wanted = rules.filter(({ rule }) => rule.kind === 'signal');
  const scope = toScope(who, 'see-indicators', today);
  if (wanted.length === 0 || scope === null || scope.staff_name !== null) return [];
  const { lines } = await findSignals(institution, figures, { period: null, unit: null, scope, who, today });
  return lines.flatMap((line, rank) => {
    // A person's figures are told to nobody else by mail.
    if (line.better === true || line.seen_at !== null || line.cause !== null || 'person' in line.dimensions)
      return [];
    const unit = line.dimensions['unit'] ?? null;
    const answers = answersFor(who, toProcessPath(institution.content, line.process.id), unit, today);
    const by = unit === null ? 'whole' : 'unit';
    const isTold = wanted.some(
      ({ rule, all }) =>
        (all || answers) &&
        (rule.by === by || rule.by === 'both') &&
        (rule.indicators.length === 0 || rule.indicators.includes(line.indicator)),
    );
    if (!isTold) return [];
    const search = new URLSearchParams({
      periodo: line.period,
      ...(unit === null ? {} : { agencia: unit }),
    });
    const verdict = line.verdict === 'not-met' ? [`against-standard ${line.key} ${line.period} not-met`] : [];
    return [
      {
        kind: 'signal',
        text: {
          es: sayToldSignal(line, line.sentence.es, 'es'),
          en: sayToldSignal(line, line.sentence.en, 'en'),
        },
        to: `/indicadores/${encodeURIComponent(line.indicator)}?${search}`,
        tokens: [`signal ${line.key} ${line.side} ${line.side_since} ${line.verdict}`, ...verdict],
        series: line.key,
        rank,
      } as const,
    ];
  });
}
