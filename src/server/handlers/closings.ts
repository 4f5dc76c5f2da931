import type { closingRoutes } from '../../contract/index.ts';
import {
  closeMonth,
  type ClosingOutcome,
  contestRows,
  moveContestsEnd,
  proposeExclusion,
  rejectContest,
  restateMonth,
  viewClosing,
  viewClosings,
  withdrawContest,
} from '../../usecases/index.ts';
import type { Handlers } from '../call.ts';
import { figuresOf } from './home.ts';

function toOutcome({ closing, ...told }: ClosingOutcome) {
  return { ...told, closed: closing !== null };
}

export const closingHandlers: Handlers<typeof closingRoutes> = {
  'get /api/closings': async (call) => {
    const { institution, who, language, today } = call;
    return { months: await viewClosings(institution, figuresOf(call), { who, language, today }) };
  },
  'get /api/closings/{period}': async (call) => {
    const { institution, who, language, today, scope, params } = call;
    const { units, processes } = scope;
    return viewClosing(institution, figuresOf(call), params.period, {
      who,
      language,
      today,
      units,
      processes,
    });
  },
  'post /api/closings/{period}/close': async ({ institution, params, body, today }) =>
    toOutcome(await closeMonth(institution, { period: params.period, reason: body.reason, today })),
  'post /api/closings/{period}/restate': async ({ institution, params, body, today }) =>
    toOutcome(await restateMonth(institution, { period: params.period, cause: body.cause, today })),
  'put /api/closings/{period}/contests-until': async ({ institution, params, body, today }) => {
    moveContestsEnd(institution, { period: params.period, until: body.until, today });
    return {};
  },
  'post /api/contests': async ({ institution, body, scope, today }) => ({
    contest: await contestRows(institution, { ...body, scope, today }),
  }),
  'post /api/contests/{id}/exclude': async ({ institution, params, body, today }) =>
    proposeExclusion(institution, { contest: params.id, ...body, today }),
  'post /api/contests/{id}/reject': async ({ institution, params, body }) => {
    rejectContest(institution, params.id, body.answer);
    return {};
  },
  'post /api/contests/{id}/withdraw': async ({ institution, params }) => {
    withdrawContest(institution, params.id);
    return {};
  },
};
