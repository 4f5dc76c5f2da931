import { Refusal, toSlug } from '../../kernel/index.ts';
import type { LogMap } from './read-log-map.ts';

/** What a column of an event log can be. */
export const LOG_ROLES = ['case', 'activity', 'time', 'resource', 'lifecycle'] as const;
export type LogRole = (typeof LOG_ROLES)[number];

/** Positions of the columns of a log; `time` may be a date and a time apart. */
export interface LogChoice {
  readonly case: number;
  readonly activity: number;
  readonly time: readonly number[];
  readonly resource: number | null;
  readonly lifecycle: number | null;
}

/** Headers that mean each, the surest first, as slugs. */
const NAMES: Readonly<Record<LogRole, readonly string[]>> = {
  case: [
    'case-concept-name',
    'case-id',
    'caseid',
    'id-caso',
    'caso',
    'case',
    'numero-de-caso',
    'nro-caso',
    'numero',
    'nro-tramite',
    'tramite',
    'nro-solicitud',
    'solicitud',
    'nro-gestion',
    'gestion',
    'expediente',
    'request-id',
    'ticket',
    'traceid',
    'trace',
  ],
  activity: [
    'concept-name',
    'activity',
    'actividad',
    'evento',
    'event',
    'paso',
    'step',
    'tarea',
    'task',
    'etapa',
    'accion',
    'action',
    'operacion',
  ],
  time: [
    'time-timestamp',
    'timestamp',
    'complete-timestamp',
    'fecha-y-hora',
    'fecha-hora',
    'momento',
    'instante',
    'datetime',
    'happened-at',
    'fecha',
    'fecha-evento',
    'date',
    'time',
  ],
  resource: [
    'org-resource',
    'resource',
    'recurso',
    'usuario',
    'user',
    'ejecutivo',
    'responsable',
    'persona',
    'person',
    'funcionario',
    'asesor',
  ],
  lifecycle: ['lifecycle-transition', 'lifecycle', 'transition', 'transicion', 'ciclo-de-vida'],
};
/** Headers of the time of day beside a date. */
const HOURS = ['hora', 'hora-evento', 'hour', 'time'];
const DATES = ['fecha', 'fecha-evento', 'date'];

/** How many of those cells are names a column of a log may have: finds the line of the header. */
export function recogniseLog(cells: readonly string[]): number {
  const known = new Set([...Object.values(NAMES).flat(), ...HOURS]);
  return cells.filter((cell) => known.has(toSlug(cell))).length;
}

function findNamed(header: readonly string[], role: LogRole, name: string): number {
  const exact = header.indexOf(name);
  const found = exact >= 0 ? exact : header.findIndex((own) => toSlug(own) === toSlug(name));
  if (found < 0) throw new Refusal('log-column-unknown', { column: name, role, columns: [...header] });
  return found;
}

function guess(header: readonly string[], names: readonly string[]): number | null {
  const slugs = header.map(toSlug);
  for (const name of names) if (slugs.includes(name)) return slugs.indexOf(name);
  return null;
}

function chooseTime(
  header: readonly string[],
  told: NonNullable<LogMap['columns']>['time'],
): readonly number[] {
  if (told !== undefined) return [told].flat().map((name) => findNamed(header, 'time', name));
  const found = guess(header, NAMES.time);
  if (found === null) return [];
  const hour = DATES.includes(toSlug(header[found] ?? '')) ? guess(header, HOURS) : null;
  return hour === null || hour === found ? [found] : [found, hour];
}

/**
 * Which column of a table is which part of an event: as the map says, else by its header. Refuses
 * `log-columns-missing` where case, activity or time is not found, with the headers there are.
 */
export function chooseLogColumns(header: readonly string[], map: LogMap | null): LogChoice {
  const told = map?.columns ?? {};
  const one = (role: Exclude<LogRole, 'time'>): number | null => {
    const name = told[role];
    if (name === null) return null;
    return name === undefined ? guess(header, NAMES[role]) : findNamed(header, role, name);
  };
  const time = chooseTime(header, told.time);
  const found = { case: one('case'), activity: one('activity') };
  const missing = [
    ...(found.case === null ? ['case'] : []),
    ...(found.activity === null ? ['activity'] : []),
    ...(time.length === 0 ? ['time'] : []),
  ];
  if (found.case === null || found.activity === null || missing.length > 0)
    throw new Refusal('log-columns-missing', { roles: missing, columns: [...header] });
  return {
    case: found.case,
    activity: found.activity,
    time,
    resource: one('resource'),
    lifecycle: one('lifecycle'),
  };
}
