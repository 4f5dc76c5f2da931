import type { criticalityRoutes } from '../../contract/index.ts';
import { toScope } from '../../kernel/index.ts';
import {
  type CriticalityView,
  findTyped,
  judgeTyped,
  keepTyped,
  viewCriticality,
} from '../../usecases/index.ts';
import type { Handlers } from '../call.ts';

/** Services chosen where nobody says how many. */
const USUAL: CriticalityView['rule'] = { kind: 'count', count: 5 };

function toRule(query: { readonly count?: number; readonly coverage?: number }): CriticalityView['rule'] {
  if (query.coverage !== undefined)
    return { kind: 'coverage', share: Math.min(100, Math.max(1, query.coverage)) / 100 };
  return query.count === undefined
    ? USUAL
    : { kind: 'count', count: Math.min(100, Math.max(1, query.count)) };
}

export const criticalityHandlers: Handlers<typeof criticalityRoutes> = {
  'get /api/criticality': async ({ institution, query, scope }) =>
    viewCriticality(institution, {
      period: query.period,
      family: query.family ?? null,
      unit: query.unit ?? null,
      rule: toRule(query),
      scope,
    }),
  'post /api/criticality/typed': async ({ body }) => judgeTyped(body.tables, body.rule),
  'get /api/criticality/typed': async ({ institution, who, today }) => ({
    tables: findTyped(institution),
    may_keep: who !== null && toScope(who, 'edit-process', today) !== null,
  }),
  'put /api/criticality/typed': async ({ institution, body }) => {
    keepTyped(institution, body.tables, body.rule);
    return {};
  },
};
