/** Code values of the facts, in the order in which rows name them by number. */

export const PROCESSES = [
  'actualizacion-datos',
  'activacion-tarjeta',
  'prestamo-inmediato',
  'entrega-pin',
  'debito-automatico',
  'aumento-cupo',
  'diferimiento-exterior',
  'precancelacion-diferidos',
  'tarjeta-adicional',
  'perdida-tarjeta',
  'otros-servicios',
] as const;

export type ProcessId = (typeof PROCESSES)[number];

/** Place of a process in `PROCESSES`. */
export function toProcess(id: ProcessId): number {
  return PROCESSES.indexOf(id);
}

/** Families of products, that complaints name as their process; the eleven services are of the first. */
export const FAMILIES = ['tarjetas-de-credito', 'cuentas', 'inversiones', 'otros'] as const;
export const CARDS = 0;

export const CHANNELS = ['agencia', 'telefono', 'web'] as const;

export const STATUSES = ['abierto', 'en-proceso', 'pendiente-activacion', 'cerrado', 'anulado'] as const;
export const OPEN = 0;
export const UNDER_WAY = 1;
export const WAITING_FOR_BATCH = 2;
export const CLOSED = 3;
export const ANNULLED = 4;

export const OUTCOMES = ['', 'aprobado', 'negado'] as const;
export const NO_OUTCOME = 0;
export const APPROVED = 1;
export const DENIED = 2;

/** Why a statement came back. */
export const DELIVERY_REASONS = [
  'direccion-incorrecta',
  'cliente-ausente',
  'cambio-de-domicilio',
  'rechazado',
] as const;

/** Why a client complained; the first is the one `efectividad-activacion` counts. */
export const COMPLAINT_REASONS = [
  'tarjeta-no-activada',
  'demora-en-la-atencion',
  'cobro-indebido',
  'mala-atencion',
  'informacion-incompleta',
] as const;
export const NOT_ACTIVATED = 0;

export const SCHEDULES = ['regular', 'especial'] as const;
export type ScheduleId = (typeof SCHEDULES)[number];

/** Minutes a day that a schedule leaves for attention: (day - 0.5 h lunch - 1 h unproductive). */
export const PRODUCTIVE_MIN: Readonly<Record<ScheduleId, number>> = { regular: 330, especial: 270 };
/** Hour at which each schedule opens; both close at 16:00. */
export const OPENS_AT_H: Readonly<Record<ScheduleId, number>> = { regular: 9, especial: 10 };
export const DAYS_PER_MONTH = 20;

export const SEGMENTS = ['urbano', 'rural', 'microempresa', 'juvenil'] as const;
export const RURAL = 1;
