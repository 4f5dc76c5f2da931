import type { ApiAnswer } from '../../app/api.ts';

export type MapAnswer = ApiAnswer<'get /api/processes'>;
export type Band = MapAnswer['bands'][number];
export type Box = Band['boxes'][number];
export type ProcessAnswer = ApiAnswer<'get /api/processes/{id}'>;
export type Version = ProcessAnswer['versions'][number];
export type ProcedureAnswer = ApiAnswer<'get /api/processes/{id}/procedure'>;
