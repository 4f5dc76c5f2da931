import { Refusal, type Scope, toSlug } from '../../kernel/index.ts';
import { findMissingFilter, type MeasureRequest } from '../../engine/index.ts';
import { type CheckedIndicator, processSubtree } from '../../language/index.ts';
import type { Content, Institution } from '../institution.ts';
import { type Filter, getDimension } from './name-dimension.ts';

/** What is asked of an indicator once who asks is taken into account. */
export interface Limited {
  /** One value per dimension: asked for, or the only one the person reaches. */
  readonly filters: readonly Filter[];
  /** Facts kept before anything is computed, where the person reaches several values. */
  readonly only: NonNullable<MeasureRequest['only']>;
}

/** Whether the indicator belongs to a process the scope reaches. */
export function reachesProcess(content: Content, indicator: CheckedIndicator, scope: Scope): boolean {
  if (scope.processes === null) return true;
  const process = content.catalogue.sheets.get(indicator.id)?.process ?? '';
  return scope.processes.some((root) => processSubtree(content.catalogue, root).includes(process));
}

/**
 * The filters of a question as the scope allows them: a supervisor of one branch asks about that
 * branch, of several about all of hers. Refuses (`out-of-scope`) another branch, process or person,
 * and (`filter-unavailable`) an indicator whose data cannot be told apart by branch or person.
 */
export function limitToScope(
  institution: Institution,
  indicator: CheckedIndicator,
  asked: readonly Filter[],
  scope: Scope,
): Limited {
  const { content } = institution;
  if (!reachesProcess(content, indicator, scope)) throw new Refusal('out-of-scope', { what: indicator.id });
  const filters = asked.map(({ dimension, value }) => ({
    dimension: getDimension(content, dimension),
    value,
  }));
  const limits = [
    ...(scope.units === null ? [] : [{ dimension: 'unit', values: scope.units }]),
    ...(scope.staff_name === null
      ? []
      : [{ dimension: 'person', values: scope.staff_name === '' ? [] : [scope.staff_name] }]),
  ];
  const only: Limited['only'][number][] = [];
  for (const limit of limits) {
    refuseUnseparable(institution, indicator, limit.dimension);
    const pinned = filters.find(({ dimension }) => dimension === limit.dimension);
    if (pinned === undefined) {
      if (limit.values.length === 0) throw new Refusal('out-of-scope', { what: indicator.id });
      if (limit.values.length === 1) filters.push({ dimension: limit.dimension, value: limit.values[0]! });
      else only.push(limit);
    } else if (!limit.values.some((value) => toSlug(value) === toSlug(pinned.value)))
      throw new Refusal('out-of-scope', { what: pinned.value });
  }
  return { filters, only };
}

function refuseUnseparable(institution: Institution, indicator: CheckedIndicator, dimension: string): void {
  const { catalogue } = institution.content;
  const context = { vocabulary: catalogue, standard_minutes: catalogue.standard_minutes };
  const missing = findMissingFilter(indicator, [{ dimension, value: '' }], context);
  if (missing) throw new Refusal('filter-unavailable', { indicator: indicator.id, ...missing });
}
