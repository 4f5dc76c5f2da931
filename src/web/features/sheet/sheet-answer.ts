import type { ApiAnswer } from '../../app/api.ts';

/** The technical sheet as the server sends it. */
export type SheetAnswer = ApiAnswer<'get /api/indicators/{id}/sheet'>;
/** A page of the rows behind a result. */
export type PageAnswer = ApiAnswer<'get /api/indicators/{id}/rows'>;
/** One of its rows. */
export type RowAnswer = PageAnswer['rows'][number];
/** A result split by one dimension. */
export type BreakdownAnswer = ApiAnswer<'get /api/indicators/{id}/breakdown'>;
