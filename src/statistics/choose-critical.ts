/** A service with how often it was asked for. */
export interface ServiceVolume {
  readonly id: string;
  readonly volume: number;
  /** Complaints about it; null where complaints do not say which service. */
  readonly complaints: number | null;
  /** A bag of small services: counted in the total, never chosen. */
  readonly mixed: boolean;
}

/** How many are critical: the first so many, or as many as it takes to cover a share of the volume. */
export type CriticalRule =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'coverage'; readonly share: number };

/** A service in its place. */
export interface RankedService extends ServiceVolume {
  readonly share: number;
  /** Share of this one and all before it; null for one left out. */
  readonly cumulative: number | null;
  readonly chosen: boolean;
  readonly left_out: 'mixed' | 'no-complaints' | null;
}

export interface CriticalChoice {
  /** By volume, those left out last. */
  readonly ranking: readonly RankedService[];
  readonly set: readonly string[];
  /** Volume of all, those left out included. */
  readonly total: number;
  /** Share of the total that the chosen cover; null without volume. */
  readonly coverage: number | null;
}

const order = (a: ServiceVolume, b: ServiceVolume): number =>
  b.volume - a.volume || (a.id < b.id ? -1 : Number(a.id > b.id));

function reasonOf({ mixed, complaints }: ServiceVolume): RankedService['left_out'] {
  if (mixed) return 'mixed';
  return complaints === 0 ? 'no-complaints' : null;
}

/** The services a rule takes, by volume: of those asked for, without what is left out. */
export function pickCritical(
  services: readonly ServiceVolume[],
  rule: CriticalRule,
  total: number,
): readonly ServiceVolume[] {
  const asked = services.filter((service) => service.volume > 0 && reasonOf(service) === null).sort(order);
  if (rule.kind === 'count') return asked.slice(0, rule.count);
  let sum = 0;
  const enough = asked.findIndex(({ volume }) => {
    sum += volume;
    return sum >= rule.share * total;
  });
  return enough < 0 ? asked : asked.slice(0, enough + 1);
}

/**
 * Chooses the critical services: by volume, from those about which there are complaints, without mixed
 * groups. Equal volumes stand by id. Shares are of `total`: the sum of all volumes unless the caller
 * says another (a typed table in percent is of 100, whatever it adds up to).
 *
 * @example
 * const services = [
 *   { id: 'pin', volume: 8, complaints: 3, mixed: false },
 *   { id: 'datos', volume: 36, complaints: 9, mixed: false },
 *   { id: 'otros', volume: 13, complaints: 2, mixed: true },
 * ];
 * chooseCritical(services, { kind: 'count', count: 1 }).set // ['datos']
 */
export function chooseCritical(
  services: readonly ServiceVolume[],
  rule: CriticalRule,
  whole?: number,
): CriticalChoice {
  const total = whole ?? services.reduce((sum, { volume }) => sum + volume, 0);
  const toShare = (volume: number) => (total === 0 ? 0 : volume / total);
  const chosen = pickCritical(services, rule, total);
  const set = chosen.map(({ id }) => id);
  const sorted = services.toSorted(order);
  let sum = 0;
  const ranked = sorted
    .filter((service) => reasonOf(service) === null)
    .map((service): RankedService => {
      sum += service.volume;
      const place = { share: toShare(service.volume), cumulative: toShare(sum) };
      return { ...service, ...place, chosen: set.includes(service.id), left_out: null };
    });
  const apart = sorted
    .filter((service) => reasonOf(service) !== null)
    .map((service): RankedService => {
      const share = toShare(service.volume);
      return { ...service, share, cumulative: null, chosen: false, left_out: reasonOf(service) };
    });
  const covered = chosen.reduce((all, { volume }) => all + volume, 0);
  return { ranking: [...ranked, ...apart], set, total, coverage: total === 0 ? null : covered / total };
}
