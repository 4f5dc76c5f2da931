import type { todayRoutes } from '../../contract/index.ts';
import { toFileBoard, viewToday } from '../../usecases/index.ts';
import type { Handlers } from '../call.ts';

/** What the files tell as open, kept while they say the same. */
const board = toFileBoard();

export const todayHandlers: Handlers<typeof todayRoutes> = {
  'get /api/today': async ({ institution, query, scope, who }) =>
    viewToday(institution, { unit: query.unit ?? null, mine: query.mine, scope, board, who }),
};
