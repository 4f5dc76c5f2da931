import type { ApiAnswer } from '../../app/api.ts';

export type SignalsAnswer = ApiAnswer<'get /api/signals'>;
export type SignalLine = SignalsAnswer['lines'][number];
