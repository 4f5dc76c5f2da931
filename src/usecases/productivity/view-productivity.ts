import type { LocalText, Scope } from '../../kernel/index.ts';
import type { Figure } from '../../engine/index.ts';
import { sayFinding } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import { reachUnits } from '../reach-units.ts';
import { findProductivity } from './find-productivity.ts';
import { getStretch } from '../get-stretch.ts';
import { listPresence } from './list-presence.ts';
import { findUseCuts, measureUse, type Only } from './measure-use.ts';
import type { NamedUse, PersonUse, ProductivityView, Standing, Use } from './productivity-view.ts';
import { byStanding, type Names, toPersonUse } from './to-person-use.ts';
import { refuseProcess } from './refuse-process.ts';
import { toUse } from './to-use.ts';
import { weighMix } from './weigh-mix.ts';

export interface ProductivityInput {
  readonly period: string;
  readonly unit: string | null;
  readonly scope: Scope;
}

function toOnly(units: readonly string[] | null, person: string | null): Only {
  return [
    ...(units === null ? [] : [{ dimension: 'unit', values: units }]),
    ...(person === null ? [] : [{ dimension: 'person', values: [person] }]),
  ];
}

/**
 * People and agencies against their installed capacity: minutes, capacity, index and verdict as
 * `measure` gives them, with what must be known before judging anybody. A figure of few cases is
 * never ranked; days away reduce capacity, not the index; a person who is under the floor only
 * because they attend faster than usual is said to be so.
 */
export async function viewProductivity(
  institution: Institution,
  input: ProductivityInput,
): Promise<ProductivityView> {
  const { scope } = input;
  const stretch = getStretch(input.period);
  const units = reachUnits(scope, input.unit);
  const indicator = findProductivity(institution.content);
  const { small_sample } = institution.settings;
  const empty = { whole: null, schedules: [], units: [], people: [], usual: null };
  const rule = sayFinding('productivity-rule', { small_sample });
  if (!indicator) {
    const finding = sayFinding('productivity-undefined');
    return {
      period: stretch.text,
      indicator: null,
      standard: null,
      small_sample,
      finding,
      rule,
      excess: null,
      ...empty,
    };
  }
  refuseProcess(institution, indicator, scope);
  const sheet = institution.content.catalogue.sheets.get(indicator.id)!;
  const only = toOnly(units, scope.staff_name);
  const cuts = await findUseCuts(institution, indicator);
  const request = { from: stretch.from, to: stretch.to, cuts, ...(only.length === 0 ? {} : { only }) };
  const measure = (by: readonly string[]) => measureUse(institution, indicator, request, by);
  const use = (figure: Figure): Use => toUse(institution, indicator, figure, stretch.text);
  // Limited to several units, or to one person, a total would be of nothing that exists.
  const isWhole = scope.staff_name === null && (units === null || units.length === 1);
  const [whole] = isWhole ? await measure([]) : [];
  const bySchedule = isWhole ? await measure(['schedule']) : [];
  const byUnit = scope.staff_name === null ? await measure(['unit']) : [];
  const byPerson = await measure(units === null ? ['person'] : ['person', 'unit']);
  const mix = await weighMix(institution, indicator, request);
  const presence = await listPresence(institution, stretch, units);
  const names = toNames(institution);
  const people = byPerson
    .filter(({ dimensions }) => typeof dimensions['person'] === 'string')
    .map((figure) => toPersonUse(figure, use(figure), { mix, presence, names, small_sample }))
    .sort(byStanding);
  const measured = [whole, ...byUnit, ...byPerson].find((figure) => figure?.standard)?.standard ?? null;
  const standard = measured && { floor: measured.floor, ceiling: measured.ceiling };
  return {
    period: stretch.text,
    indicator: { id: indicator.id, name: sheet.name },
    standard,
    small_sample,
    finding: writeFinding(people, standard, stretch.text, input.unit),
    rule,
    excess: sheet.interpretation.excess ?? null,
    whole: whole && whole.value !== null ? use(whole) : null,
    schedules: toNamed(bySchedule, 'schedule', use, names.schedule),
    units: toNamed(byUnit, 'unit', use, (id) => ({ es: id, en: id })),
    people,
    usual: mix && {
      from: mix.from,
      to: mix.to,
      services: [...mix.usual.values()]
        .map((item) => ({ ...item, name: names.service(item.service) }))
        .sort((a, b) => b.n - a.n),
    },
  };
}

function toNames({ content }: Institution): Names {
  const { schedules, processes } = content.catalogue;
  return {
    schedule: (id) => schedules.get(id)?.name ?? { es: id, en: id },
    service: (id) => processes.get(id)?.name ?? { es: id, en: id },
  };
}

function toNamed(
  figures: readonly Figure[],
  dimension: string,
  use: (figure: Figure) => Use,
  toName: (id: string) => LocalText,
): NamedUse[] {
  return figures
    .flatMap((figure) => {
      const id = figure.dimensions[dimension];
      return typeof id === 'string' ? [{ id, name: toName(id), ...use(figure) }] : [];
    })
    .sort((a, b) => (b.index ?? -1) - (a.index ?? -1) || (a.id < b.id ? -1 : 1));
}

function writeFinding(
  people: readonly PersonUse[],
  standard: ProductivityView['standard'],
  period: string,
  unit: string | null,
): LocalText {
  const count = (...standings: Standing[]) =>
    people.filter(({ standing }) => standings.includes(standing)).length;
  if (people.length === 0) return sayFinding('productivity-nobody', { period, unit: unit ?? '' });
  return sayFinding('productivity-finding', {
    period,
    unit: unit ?? '',
    compared: count('below', 'fast', 'within', 'over'),
    below: count('below'),
    fast: count('fast'),
    within: count('within'),
    over: count('over'),
    few: count('few'),
    idle: count('idle'),
    unknown: count('unknown'),
    floor: standard?.floor ?? null,
    ceiling: standard?.ceiling ?? null,
  });
}
