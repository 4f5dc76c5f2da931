import type { ApiAnswer } from '../../app/api.ts';

/** A workshop as whoever may see it gets it. */
export type Workshop = ApiAnswer<'get /api/workshops/{id}'>;
