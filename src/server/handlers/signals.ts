import type { signalRoutes } from '../../contract/index.ts';
import { type Person, Refusal, toScope } from '../../kernel/index.ts';
import {
  findSignals,
  listToApprove,
  markSignalSeen,
  proposeBaseline,
  proposeCause,
  type SignalsInput,
} from '../../usecases/index.ts';
import type { Call, Handlers } from '../call.ts';
import { figuresOf } from './home.ts';

type AnyCall = Pick<Call, 'who' | 'today' | 'scope'>;

function getWho({ who }: AnyCall): Person {
  if (who === null) throw new Refusal('not-signed-in');
  return who;
}

function toInput(
  { scope, who, today }: AnyCall,
  { period, unit }: { readonly period?: string; readonly unit?: string },
): SignalsInput {
  return { period: period ?? null, unit: unit ?? null, scope, who, today };
}

export const signalHandlers: Handlers<typeof signalRoutes> = {
  'get /api/signals': async (call) => {
    const { institution, query, who, today } = call;
    const view = await findSignals(institution, figuresOf(call), toInput(call, query));
    const { today: fresh, lines, ...told } = view;
    const shown = query.show === 'all' ? lines : query.show === 'brief' ? fresh.slice(0, 1) : fresh;
    return {
      ...told,
      lines: shown,
      of: lines.length,
      to_approve: listToApprove(institution, who, today),
      may_propose: who !== null && toScope(who, 'propose-annotation', today) !== null,
    };
  },
  'post /api/signals/seen': async (call) => {
    const { institution, body } = call;
    await markSignalSeen(institution, figuresOf(call), toInput(call, body), {
      who: getWho(call),
      key: body.key,
      reason: body.reason,
    });
    return {};
  },
  'post /api/signals/cause': async (call) => {
    const { institution, body, scope, today } = call;
    const { cause, ...about } = body;
    return proposeCause(institution, getWho(call), { ...about, reason: cause, scope, today });
  },
  'post /api/signals/baseline': async (call) => {
    const { institution, body, scope, today } = call;
    const { from_period: period, ...about } = body;
    return proposeBaseline(institution, getWho(call), { ...about, period, scope, today });
  },
};
