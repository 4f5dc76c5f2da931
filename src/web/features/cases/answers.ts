import type { ApiAnswer } from '../../app/api.ts';

export type CaseList = ApiAnswer<'get /api/cases'>;
export type CaseLine = CaseList['cases'][number];
export type WholeCase = ApiAnswer<'get /api/cases/one/{number}'>;
export type Act = WholeCase['acts'][number];
export type CaseEvent = WholeCase['events'][number];
export type Openables = ApiAnswer<'get /api/cases/procedures'>;
export type Openable = Openables['procedures'][number];
export type Check = ApiAnswer<'post /api/cases/check'>;
export type Opened = ApiAnswer<'post /api/cases'>;
export type Assigned = ApiAnswer<'post /api/cases/assign'>;
export type Batch = ApiAnswer<'get /api/cases/batches'>['batches'][number];
