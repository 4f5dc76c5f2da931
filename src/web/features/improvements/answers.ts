import type { ApiAnswer } from '../../app/api.ts';

export type BoardAnswer = ApiAnswer<'get /api/improvements'>;
export type Card = BoardAnswer['columns'][number]['cards'][number];
export type Whole = ApiAnswer<'get /api/improvements/{id}'>;
export type ShownAction = Whole['shown_actions'][number];
export type Cause = Whole['causes'][number];
export type Leave = Whole['leave']['work'];
