import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Procedure } from '../src/kernel/index.ts';
import { type Planted, toEventLogFile } from './event-log.ts';

/** A log of the trial world: the file, what it is called and what it is held against. */
export interface WrittenLog {
  readonly procedure: string;
  readonly name: string;
  readonly path: string;
}

interface Plan {
  readonly procedure: string;
  readonly cases: number;
  readonly planted: Planted;
  /** Most minutes between events; absent where papers travel. */
  readonly slowest_min?: number;
}

const NOTHING: Planted = { skipped: {}, repeated: {}, swapped: {}, unknown: {} };

/** What went wrong in June 2011 at the desks of the trial bank, by procedure. */
const PLANS: readonly Plan[] = [
  {
    procedure: 'debito-automatico',
    cases: 1000,
    planted: {
      skipped: { comprueba: 214 },
      repeated: { envia: 60 },
      swapped: { 'dice-fecha': 35 },
      unknown: { 'Llamada al cliente': 20 },
    },
  },
  {
    procedure: 'actualizacion-datos',
    cases: 640,
    planted: { ...NOTHING, unknown: { 'Fila de espera': 48 } },
  },
  {
    procedure: 'activacion-tarjeta',
    cases: 820,
    planted: { ...NOTHING, unknown: { 'Visita repetida': 31 } },
  },
  {
    procedure: 'prestamo-inmediato',
    cases: 410,
    planted: { ...NOTHING, unknown: { 'Consulta a buró': 90 } },
  },
  {
    procedure: 'entrega-pin',
    cases: 300,
    planted: { ...NOTHING, unknown: { 'PIN reimpreso': 12 } },
    slowest_min: 2,
  },
];

/** Steps of the middle of a procedure are skipped by some, and the one before its last is done twice by others. */
function toPlanted({ planted, cases }: Plan, path: readonly string[]): Planted {
  const middle = path[Math.floor(path.length / 2)];
  const late = path.at(-2);
  if (Object.keys(planted.skipped).length > 0 || middle === undefined || late === undefined) return planted;
  return {
    ...planted,
    skipped: { [middle]: Math.floor(cases / 12) },
    repeated: { [late]: Math.floor(cases / 25) },
  };
}

/** Writes an event log for each of the five procedures that is there, with deviations in known numbers. */
export function writeEventLogs(
  procedures: ReadonlyMap<string, Procedure>,
  folder: string,
): readonly WrittenLog[] {
  return PLANS.flatMap((plan) => {
    const procedure = procedures.get(plan.procedure);
    if (!procedure) return [];
    const { path } = toEventLogFile(procedure, { cases: 0, planted: NOTHING });
    const planted = toPlanted(plan, path);
    const { csv } = toEventLogFile(procedure, { ...plan, planted });
    const file = join(folder, `registro-${plan.procedure}.csv`);
    writeFileSync(file, csv);
    return [{ procedure: plan.procedure, name: `${procedure.name.es}, junio de 2011`, path: file }];
  });
}
