import type { LocalText } from '../../kernel/index.ts';
import type { Figure } from '../../engine/index.ts';
import type { Presence } from './list-presence.ts';
import type { MixShare, PersonUse, Standing, Use } from './productivity-view.ts';
import { type Mix, type MixPart, toMixWeight } from './weigh-mix.ts';
import { writePersonNotes } from './write-person-notes.ts';

/** Worst first among those compared, then those who are not. */
const ORDER: readonly Standing[] = ['below', 'over', 'fast', 'within', 'few', 'idle', 'unknown'];
/** Services listed of each person. */
const TOP = 4;

/** Names of schedules and services by id. */
export interface Names {
  readonly schedule: (id: string) => LocalText;
  readonly service: (id: string) => LocalText;
}

/** What a person's figure is read with. */
export interface PersonContext {
  readonly mix: Mix | null;
  readonly presence: ReadonlyMap<string, Presence>;
  readonly names: Names;
  readonly small_sample: number;
}

/** A person's use of capacity with where they stand and what must be known before judging. */
export function toPersonUse(figure: Figure, use: Use, context: PersonContext): PersonUse {
  const person = String(figure.dimensions['person']);
  const unit = typeof figure.dimensions['unit'] === 'string' ? figure.dimensions['unit'] : null;
  const parts = (context.mix?.parts ?? []).filter(
    (part) => part.person === person && (unit === null || part.unit === unit),
  );
  const weight = context.mix && parts.length > 0 ? toMixWeight(parts, context.mix.usual) : null;
  const adjusted_index =
    weight && use.capacity_min !== null && use.capacity_min > 0
      ? weight.expected_min / use.capacity_min
      : null;
  const floor = figure.standard?.floor ?? null;
  const standing = toStanding(use, adjusted_index, floor);
  const presence = context.presence.get(person) ?? null;
  const mix = weight && { ...weight, adjusted_index, top: toShares(parts, context) };
  const row = { person, unit, standing, presence, mix, ...use };
  return { ...row, notes: writePersonNotes(row, context.small_sample) };
}

function toShares(parts: readonly MixPart[], { mix, names }: PersonContext): MixShare[] {
  const byService = Map.groupBy(parts, ({ service }) => service);
  const total = parts.reduce((sum, { n }) => sum + n, 0);
  return [...byService]
    .map(([service, of]) => {
      const n = of.reduce((sum, part) => sum + part.n, 0);
      const usual_min = mix?.usual.get(service)?.median_min ?? null;
      return { service, name: names.service(service), n, share: n / total, usual_min };
    })
    .sort((a, b) => b.n - a.n || (a.service < b.service ? -1 : 1))
    .slice(0, TOP);
}

function toStanding(use: Use, adjusted: number | null, floor: number | null): Standing {
  if (use.index === null) return 'unknown';
  if (use.services === 0) return 'idle';
  if (use.warnings.some(({ code }) => code === 'small-sample')) return 'few';
  if (use.verdict === 'met-with-alert') return 'over';
  if (use.verdict !== 'not-met') return 'within';
  return floor !== null && adjusted !== null && adjusted >= floor ? 'fast' : 'below';
}

/** Orders people worst first among those compared; those who are not come after, by name. */
export function byStanding(a: PersonUse, b: PersonUse): number {
  const order = ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing);
  if (order !== 0) return order;
  const [x, y] = [a.index ?? 0, b.index ?? 0];
  const gap = a.standing === 'over' ? y - x : a.standing === 'below' || a.standing === 'fast' ? x - y : 0;
  return gap || (a.person < b.person ? -1 : a.person > b.person ? 1 : 0);
}
