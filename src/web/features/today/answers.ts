import type { ApiAnswer } from '../../app/api.ts';

export type Today = ApiAnswer<'get /api/today'>;
export type DayGroup = Today['groups'][number];
export type DayLine = DayGroup['lines'][number];
export type DeskPerson = Today['people'][number];
