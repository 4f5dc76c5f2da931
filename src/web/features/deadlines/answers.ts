import type { ApiAnswer } from '../../app/api.ts';

export type Deadlines = ApiAnswer<'get /api/deadlines'>;
export type KindDeadlines = Deadlines['kinds'][number];
export type Deadline = KindDeadlines['rules'][number];
/** What became of open cases after a deadline was written. */
export type Settled = ApiAnswer<'post /api/deadlines/settle'>;
