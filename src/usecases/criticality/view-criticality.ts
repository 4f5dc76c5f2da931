import {
  type LocalText,
  nextPeriod,
  type Period,
  periodOf,
  previousPeriod,
  Refusal,
  type Scope,
} from '../../kernel/index.ts';
import { processSubtree } from '../../language/index.ts';
import { sayFinding } from '../../sentences/index.ts';
import { correlate, type CriticalRule, type ServiceVolume } from '../../statistics/index.ts';
import { getStretch } from '../get-stretch.ts';
import type { Institution } from '../institution.ts';
import { reachUnits } from '../reach-units.ts';
import { countDays } from './count-days.ts';
import type { CriticalityView, FollowLine } from './criticality-view.ts';
import { gatherVolumes, type MonthCounts, rootOf } from './gather-volumes.ts';
import { judgeCriticality } from './judge-criticality.ts';

export interface CriticalityInput {
  readonly period: string;
  /** The family to look into; null for the first by its share of the complaints. */
  readonly family: string | null;
  readonly unit: string | null;
  readonly rule: CriticalRule;
  readonly scope: Scope;
}

/** What stands for the processes that who asks does not reach: one line, so that shares stay true. */
const OTHERS = '(otros)';
const OTHERS_NAME: LocalText = { es: 'Los demás procesos', en: 'All other processes' };
/** Fewer months say nothing of what goes with what. */
const LEAST_MONTHS = 6;

const total = (counts: ReadonlyMap<string, number>, ids?: ReadonlySet<string>): number =>
  [...counts].reduce((sum, [id, n]) => sum + (ids === undefined || ids.has(id) ? n : 0), 0);

/** Fewer days with facts say little of a month. */
const FEW_DAYS = 5;

/** The whole months that a stretch touches, in order: a choice is made of months. */
function toMonths({ from, to }: { readonly from: string; readonly to: string }): readonly Period[] {
  const months = [periodOf(from, 'month')];
  while (months.at(-1)!.to < to) months.push(nextPeriod(months.at(-1)!));
  return months;
}

/** Services of a family in a month: its processes that somebody asked for, or complained about. */
function toServices(
  { content }: Institution,
  ids: ReadonlySet<string>,
  family: string,
  counts: readonly MonthCounts[],
): ServiceVolume[] {
  const told = counts.some(({ complaints }) =>
    [...complaints.keys()].some((id) => ids.has(id) && id !== family),
  );
  const known = new Set(
    counts.flatMap(({ requests, complaints }) =>
      [...requests.keys(), ...complaints.keys()].filter((id) => ids.has(id) && id !== family),
    ),
  );
  const count = (id: string, of: 'requests' | 'complaints') =>
    counts.reduce((sum, month) => sum + (month[of].get(id) ?? 0), 0);
  return [...known].map((id) => ({
    id,
    volume: count(id, 'requests'),
    complaints: told ? count(id, 'complaints') : null,
    mixed: content.catalogue.processes.get(id)?.mixed ?? false,
  }));
}

function toFollow(counts: readonly MonthCounts[], ids: ReadonlySet<string>): FollowLine[] {
  return counts.slice(1).map(({ month, requests, complaints, holidays }, at) => {
    const transactions = total(requests, ids);
    const before = total(counts[at]!.requests, ids);
    const n = total(complaints, ids);
    const per = (of: number) => (of === 0 ? null : (n * 1000) / of);
    return {
      month,
      transactions,
      complaints: n,
      per_thousand: per(transactions),
      per_thousand_before: per(before),
      holidays,
    };
  });
}

function weighFollow(lines: readonly FollowLine[], before: readonly number[]): CriticalityView['follow'] {
  const known = lines.flatMap((line, at) =>
    line.transactions > 0 && before[at]! > 0 ? [{ ...line, before: before[at]! }] : [],
  );
  const enough = known.length >= LEAST_MONTHS;
  const same = enough ? correlate(known.map((line) => [line.transactions, line.complaints])) : null;
  const earlier = enough ? correlate(known.map((line) => [line.before, line.complaints])) : null;
  return {
    lines,
    same,
    before: earlier,
    n: known.length,
    sentence: sayFinding('criticality-follow', { n: known.length, same, before: earlier }),
  };
}

/**
 * Which processes are critical in a period, from the facts: the family with most of the complaints,
 * then its services by volume. Of a period shorter than its months, whole months are looked at and
 * told. Who reaches some processes alone sees those of her own, and the rest as
 * one line. Refuses `period-unreadable`, `process-not-found` and what is out of scope.
 */
export async function viewCriticality(
  institution: Institution,
  { period, family, unit, rule, scope }: CriticalityInput,
): Promise<CriticalityView> {
  const stretch = getStretch(period);
  const months = toMonths(stretch);
  const [first, last] = [months[0]!, months.at(-1)!];
  const isWhole = first.from === stretch.from && last.to === stretch.to;
  const { content } = institution;
  const { processes } = content.catalogue;
  if (family !== null && !processes.has(family)) throw new Refusal('process-not-found', { process: family });
  // The month before the first is asked for too: complaints are held against its transactions.
  const asked = [previousPeriod(first), ...months];
  const gathered = await gatherVolumes(institution, asked, reachUnits(scope, unit));
  const counts = gathered.slice(1);
  const own =
    scope.processes === null
      ? null
      : new Set(scope.processes.flatMap((root) => processSubtree(content.catalogue, root)));
  const familyOf = (id: string) => {
    const root = rootOf(content, id);
    return own === null || own.has(root) ? root : OTHERS;
  };
  if (family !== null && familyOf(family) === OTHERS) throw new Refusal('out-of-scope', { what: family });
  const families = counts.map(({ complaints }) => {
    const sums = new Map<string, number>();
    for (const [id, n] of complaints) sums.set(familyOf(id), (sums.get(familyOf(id)) ?? 0) + n);
    return sums;
  });
  const judged = judgeCriticality(
    {
      source: 'facts',
      period: isWhole ? stretch.text : first === last ? first.text : `${first.text}..${last.text}`,
      months: counts.map(({ month }) => month),
      families,
      family,
      servicesOf: (root) => {
        const ids = new Set(processSubtree(content.catalogue, root));
        const all = toServices(institution, ids, root, counts);
        // Whether anybody complains about a service is asked of all the months: in one it may be chance.
        const complaints = new Map(all.map((service) => [service.id, service.complaints]));
        const alone = counts.map((month) => ({
          month: month.month,
          services: toServices(institution, ids, root, [month]).map((service) => ({
            ...service,
            complaints: complaints.get(service.id) ?? null,
          })),
        }));
        return { all, months: alone };
      },
      unit: 'count',
      names: (id) => (id === OTHERS ? OTHERS_NAME : (processes.get(id)?.name ?? { es: id, en: id })),
      isMixed: (id) => id === OTHERS || (processes.get(id)?.mixed ?? false),
    },
    rule,
  );
  const days = await countDays(institution, {
    from: first.from,
    to: last.to,
    units: reachUnits(scope, unit),
  });
  const few = days > 0 && days < FEW_DAYS ? [sayFinding('criticality-few-days', { days })] : [];
  const notes = [...few, ...judged.notes];
  if (judged.family === null) return { ...judged, notes, follow: null };
  const ids = new Set(processSubtree(content.catalogue, judged.family.id));
  const before = gathered.slice(0, -1).map(({ requests }) => total(requests, ids));
  return { ...judged, notes, follow: weighFollow(toFollow(gathered, ids), before) };
}
