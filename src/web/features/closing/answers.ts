import type { ApiAnswer } from '../../app/api.ts';

export type Month = ApiAnswer<'get /api/closings'>['months'][number];
export type Waiting = NonNullable<Month['proposal']>;
export type Detail = ApiAnswer<'get /api/closings/{period}'>;
export type Version = Detail['versions'][number];
export type Change = Version['changes'][number];
export type Contest = Detail['contests'][number];
