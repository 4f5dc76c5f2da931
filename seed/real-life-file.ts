import { writeFileSync } from 'node:fs';
import { CHANNELS, OUTCOMES, PROCESSES, STATUSES } from './code.ts';
import { DAY_S, toDate } from './date.ts';
import { toClientCode } from './fact-file.ts';
import type { RequestRow, World } from './world.ts';

const PROCESS_WORDS: Readonly<Record<(typeof PROCESSES)[number], string>> = {
  'actualizacion-datos': 'Actualización de datos',
  'activacion-tarjeta': 'Activación de tarjeta',
  'prestamo-inmediato': 'Préstamo inmediato',
  'entrega-pin': 'Entrega de PIN',
  'debito-automatico': 'Débito automático',
  'aumento-cupo': 'Aumento de cupo',
  'diferimiento-exterior': 'Diferimiento consumos del exterior',
  'precancelacion-diferidos': 'Precancelación de diferidos',
  'tarjeta-adicional': 'Tarjeta adicional',
  'perdida-tarjeta': 'Pérdida de tarjeta',
  'otros-servicios': 'Otros servicios',
};
const STATUS_WORDS: Readonly<Record<(typeof STATUSES)[number], string>> = {
  abierto: 'Abierto',
  'en-proceso': 'En proceso',
  'pendiente-activacion': 'Pendiente activación',
  cerrado: 'Cerrado',
  anulado: 'Anulado',
};
const OUTCOME_WORDS = { '': '', aprobado: 'Aprobado', negado: 'Negado' } as const;
const CHANNEL_WORDS = { agencia: 'agencia', telefono: 'telefono', web: 'web' } as const;

const HEADER = [
  'Número de requerimiento',
  'Proceso',
  'Agencia',
  'Ejecutivo',
  'Cliente',
  'Canal',
  'Fecha ingreso',
  'Hora ingreso',
  'Fecha cierre',
  'Hora cierre',
  'Estado',
  'Resultado',
  'Minutos de atención',
];

const two = (value: number): string => String(value).padStart(2, '0');

/** Day/month/year and hour of a local moment, as two fields; both empty for none. */
function toDateAndHour(seconds: number): [string, string] {
  if (seconds < 0) return ['', ''];
  const day = Math.floor(seconds / DAY_S);
  const clock = seconds - day * DAY_S;
  const [year, month, date] = toDate(day);
  const hour = `${two(Math.floor(clock / 3600))}:${two(Math.floor(clock / 60) % 60)}:${two(clock % 60)}`;
  return [`${two(date)}/${two(month)}/${year}`, hour];
}

const toComma = (tenths: number): string => (tenths / 10).toFixed(1).replace('.', ',');

/** Spanish text in Windows-1252: as Latin-1, but for the dash, which has a byte of its own. */
function encode(text: string): Buffer {
  const bytes = Buffer.from(text.replaceAll('–', '\u0096'), 'latin1');
  return bytes;
}

/**
 * Writes one month of requests as a spreadsheet would save it: Windows-1252, semicolons,
 * decimal comma, Spanish headers and words, day/month/year with the hour in a column of its own,
 * two title rows above and a TOTAL row below. Same rows and same values as the canonical file.
 */
export function writeRealLifeFile(
  path: string,
  world: World,
  monthName: string,
  rows: readonly RequestRow[],
): void {
  const lines = [
    'COOPERATIVA DEL CIRCUITO – ÁREA DE TARJETAS DE CRÉDITO',
    `Requerimientos de servicio al cliente – ${monthName.slice(5)}/${monthName.slice(0, 4)}`,
    '',
    HEADER.join(';'),
  ];
  let tenths = 0;
  for (const row of rows) {
    tenths += row.handling_tenths;
    lines.push(
      [
        `R${String(row.number).padStart(7, '0')}`,
        PROCESS_WORDS[PROCESSES[row.process] as (typeof PROCESSES)[number]],
        world.units[row.unit]?.name,
        world.people[row.person],
        toClientCode(row.client),
        CHANNEL_WORDS[CHANNELS[row.channel] as (typeof CHANNELS)[number]],
        ...toDateAndHour(row.opened_s),
        ...toDateAndHour(row.closed_s),
        STATUS_WORDS[STATUSES[row.status] as (typeof STATUSES)[number]],
        OUTCOME_WORDS[OUTCOMES[row.outcome] as (typeof OUTCOMES)[number]],
        toComma(row.handling_tenths),
      ].join(';'),
    );
  }
  lines.push(`TOTAL;;;;;;;;;;;;${toComma(tenths)}`, '');
  writeFileSync(path, encode(lines.join('\r\n')));
}
