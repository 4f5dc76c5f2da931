import type { ApiAnswer } from '../../app/api.ts';

export type LogAnswer = NonNullable<ApiAnswer<'get /api/logs/{id}'>['log']>;
export type LogsAnswer = ApiAnswer<'get /api/logs'>;
export type LogLine = LogsAnswer['logs'][number];
export type Conformance = NonNullable<LogAnswer['conformance']>;
export type Deviation = Conformance['deviations'][number];
export type Activity = LogAnswer['activities'][number];
/** Step by activity as a person corrected it; null for one left aside. */
export type StepsOf = Readonly<Record<string, string | null>>;
