import type { ApiAnswer } from '../../app/api.ts';

/** A calendar as the server shows it. */
export type Calendar = ApiAnswer<'get /api/directory/calendars'>['calendars'][number];
