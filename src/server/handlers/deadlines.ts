import type { deadlineRoutes } from '../../contract/index.ts';
import { type Person, Refusal, toScope } from '../../kernel/index.ts';
import {
  addDeadline,
  confirmDeadline,
  listDeadlines,
  refuseDeadlineReach,
  settleAgain,
} from '../../usecases/index.ts';
import type { Call, Handlers } from '../call.ts';

function getWho({ who }: Pick<Call, 'who'>): Person {
  if (who === null) throw new Refusal('not-signed-in');
  return who;
}

/** Reads the rules again as they are written now, and holds the open cases to them. */
async function follow(call: Pick<Call, 'host' | 'who'>) {
  const now = await call.host.reloadContent();
  return settleAgain({ ...now, ledger: now.ledger.as(getWho(call).id) });
}

/** Whether the caller may write deadlines: they are everybody's, so only who reaches everything. */
function mayEdit({ who, today }: Pick<Call, 'who' | 'today'>): boolean {
  const scope = who === null ? null : toScope(who, 'edit-process', today);
  return scope !== null && scope.units === null && scope.processes === null;
}

export const deadlineHandlers: Handlers<typeof deadlineRoutes> = {
  'get /api/deadlines': async (call) => listDeadlines(call.institution, call.scope, mayEdit(call)),
  'post /api/deadlines': async (call) => {
    const id = await addDeadline(call.institution, call.scope, call.body);
    return { id, ...(await follow(call)) };
  },
  'post /api/deadlines/settle': async (call) => {
    refuseDeadlineReach(call.scope);
    return settleAgain(call.institution);
  },
  'post /api/deadlines/{id}/confirm': async (call) => {
    const id = await confirmDeadline(call.institution, call.scope, call.params.id, call.body);
    return { id, ...(await follow(call)) };
  },
};
