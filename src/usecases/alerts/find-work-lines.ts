import { type Person, toScope } from '../../kernel/index.ts';
import type { CaseFilter } from '../../ledger/index.ts';
import { sayCaseAlert, sayOverdueAction } from '../../sentences/index.ts';
import { toDayStart } from '../describe-due.ts';
import { listHeldOff } from '../held-off.ts';
import type { Institution } from '../institution.ts';
import type { Candidate } from './candidate.ts';

type Place = Pick<Institution, 'ledger' | 'content' | 'ports'>;

/** Cases looked at for one line: their numbers are what was told. */
const MOST_CASES = 500;
const MOST_NAMED = 3;

/** Actions past their date of which somebody is responsible. */
export function findOwnActions({ ledger }: Place, who: Person, today: string): readonly Candidate[] {
  return ledger.improvements.actions
    .planned()
    .filter(({ responsible, due_date }) => responsible === who.id && due_date < today)
    .map(({ id, text, due_date, improvement }, rank) => {
      const told = { text, due_date, title: improvement.title, responsible: null };
      return {
        kind: 'action-overdue',
        text: { es: sayOverdueAction(told, 'es'), en: sayOverdueAction(told, 'en') },
        to: `/mejoras/${improvement.id}`,
        tokens: [`action ${id} ${due_date}`],
        series: null,
        rank,
      };
    });
}

/** The same of others, of the improvements that `sees` lets through. */
export function findOthersActions(
  { ledger }: Place,
  who: Person,
  today: string,
  sees: (improvement: number) => boolean,
): readonly Candidate[] {
  return ledger.improvements.actions
    .planned()
    .filter(
      ({ responsible, due_date, improvement }) =>
        responsible !== who.id && due_date < today && sees(improvement.id),
    )
    .map(({ id, text, due_date, responsible, improvement }, rank) => {
      const name = ledger.people.find(responsible)?.name ?? responsible;
      const told = { text, due_date, title: improvement.title, responsible: name };
      return {
        kind: 'action-overdue',
        text: { es: sayOverdueAction(told, 'es'), en: sayOverdueAction(told, 'en') },
        to: `/mejoras/${improvement.id}`,
        tokens: [`action ${id} ${due_date}`],
        series: null,
        // One's own come first.
        rank: rank + MOST_CASES,
      };
    });
}

/** Cases in somebody's hands that are overdue or fall due today, in one line. */
export function findOwnCases(place: Place, who: Person, today: string): readonly Candidate[] {
  return toCaseLine(place, who, today, { assigned: who.id }, true);
}

/** Cases overdue, or due today, in the units that somebody supervises; with `all`, in all they may see. */
export function findReachedCases(
  place: Place,
  who: Person,
  today: string,
  all: boolean,
): readonly Candidate[] {
  const supervised = who.grants
    .filter(({ role, until }) => role === 'supervisor' && (until === null || until >= today))
    .flatMap(({ units }) => units ?? []);
  if (all) return toCaseLine(place, who, today, {}, false);
  return supervised.length === 0 ? [] : toCaseLine(place, who, today, { units: supervised }, false);
}

function toCaseLine(
  place: Place,
  who: Person,
  today: string,
  part: CaseFilter,
  mine: boolean,
): readonly Candidate[] {
  const { ledger, content, ports } = place;
  const scope = toScope(who, 'see-cases', today);
  if (scope === null) return [];
  const units = within(scope.units, part.units ?? null);
  if (units?.length === 0 || scope.processes?.length === 0) return [];
  const held = listHeldOff(place, who);
  const now = ports.clock();
  const tomorrow = toDayStart(now, content.catalogue.settings.default_zone, 1);
  const list = (due: NonNullable<CaseFilter['due']>) =>
    ledger.cases.list(
      { ...part, units, processes: scope.processes, due, ...(held.length > 0 && { except: held }) },
      { limit: MOST_CASES },
    );
  const [overdue, due] = [list({ to: now }), list({ from: now, to: tomorrow })];
  const numbers = [...overdue.cases, ...due.cases].map(({ number }) => number);
  if (numbers.length === 0) return [];
  const told = { mine, overdue: overdue.of, today: due.of, numbers: numbers.slice(0, MOST_NAMED) };
  const whose = mine ? 'mine' : 'unit';
  return [
    {
      kind: 'case-deadline',
      text: { es: sayCaseAlert(told, 'es'), en: sayCaseAlert(told, 'en') },
      to: '/casos/hoy',
      tokens: [
        ...overdue.cases.map(({ number }) => `case ${whose} ${number} overdue`),
        ...due.cases.map(({ number }) => `case ${whose} ${number} due`),
      ],
      series: null,
      rank: mine ? 0 : 1,
    },
  ];
}

function within(wide: readonly string[] | null, narrow: readonly string[] | null): readonly string[] | null {
  if (wide === null || narrow === null) return wide ?? narrow;
  return narrow.filter((name) => wide.includes(name));
}
