import { HOUR, MINUTE } from './clock.ts';
import { type Exact, exact } from './exact.ts';

/** Deadline indicators: the mean time of a service against its limit; at most 100 %. */
export const DEADLINES = [
  {
    indicator: 'plazo-actualizacion-datos',
    process: 'actualizacion-datos',
    unit_us: HOUR,
    limit_us: 48n * HOUR,
    approved: false,
    sameDay: false,
  },
  {
    indicator: 'plazo-debito-automatico',
    process: 'debito-automatico',
    unit_us: HOUR,
    limit_us: 24n * HOUR,
    approved: false,
    sameDay: false,
  },
  {
    indicator: 'plazo-prestamo-inmediato',
    process: 'prestamo-inmediato',
    unit_us: HOUR,
    limit_us: 48n * HOUR,
    approved: true,
    sameDay: false,
  },
  {
    indicator: 'tiempo-entrega-pin',
    process: 'entrega-pin',
    unit_us: MINUTE,
    limit_us: 6n * MINUTE,
    approved: false,
    sameDay: true,
  },
] as const;

export type Deadline = (typeof DEADLINES)[number];

export const ONE: Exact = exact(1n);
export const PRODUCTIVITY = { floor: exact(90n, 100n), ceiling: ONE } as const;
export const DELIVERY_FLOOR: Exact = exact(95n, 100n);
export const ACTIVATION_FLOOR: Exact = ONE;

/** Productive minutes a day: (hours at the desk - 0.5 lunch - 1.0 unproductive) x 60. */
export const PRODUCTIVE_MIN: Readonly<Record<string, bigint>> = { regular: 330n, especial: 270n };
export const DAYS_PER_MONTH = 20n;
