import type { productivityRoutes } from '../../contract/index.ts';
import { simulateDesk, viewArrivals, viewProductivity } from '../../usecases/index.ts';
import type { Handlers } from '../call.ts';

const PER_CENT = 100;
/** What is aimed at unless said: eight in ten wait no longer than ten minutes. */
const AIM = { within: 10, share: 80 } as const;

export const productivityHandlers: Handlers<typeof productivityRoutes> = {
  'get /api/productivity': async ({ institution, query, scope }) =>
    viewProductivity(institution, { period: query.period, unit: query.unit ?? null, scope }),
  'get /api/productivity/arrivals': async ({ institution, query, scope }) =>
    viewArrivals(institution, { period: query.period, unit: query.unit ?? null, scope }),
  'get /api/productivity/what-if': async ({ institution, query, scope }) =>
    simulateDesk(institution, {
      period: query.period,
      unit: query.unit ?? null,
      people: query.people ?? null,
      schedule: query.schedule ?? null,
      demand: (query.demand ?? 0) / PER_CENT,
      minutes: query.minutes ?? null,
      service: query.service ?? null,
      basis: query.basis ?? 'mean',
      within_min: query.within ?? AIM.within,
      share: (query.share ?? AIM.share) / PER_CENT,
      scope,
    }),
};
