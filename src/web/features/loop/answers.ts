import type { ApiAnswer } from '../../app/api.ts';

export type SessionAnswer = ApiAnswer<'get /api/committee/{id}'>;
export type WaitingImprovement = SessionAnswer['waiting'][number];
export type Chain = ApiAnswer<'get /api/decisions'>['decisions'][number];
export type Attendee = SessionAnswer['attendees'][number];
export type LoopAnswer = ApiAnswer<'get /api/loop'>;
export type ReviewAnswer = ApiAnswer<'get /api/loop/review'>;
