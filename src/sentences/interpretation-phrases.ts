import type { Language } from '../kernel/index.ts';

/** The turns of phrase of an interpretation. Arguments come printed, with their units. */
const es = {
  ofLimit: (value: string, limit: string) => `${value} frente a ${limit}`,
  ofCapacity: (worked: string, capacity: string, index: string) =>
    `${worked} de ${capacity} de capacidad (${index})`,
  ofTime: (part: string, whole: string, index: string) => `${part} de ${whole} (${index})`,
  ofOwnLimits: (value: string, isMean: boolean) =>
    isMean ? `En promedio usaron el ${value} de su plazo` : `En conjunto usaron el ${value} de su plazo`,
  effectiveness: (value: string) => `${value} de efectividad`,
  efficacy: (value: string) => `${value} de eficacia`,
  against: (bound: string) => ` frente a ${bound}`,
  againstFloor: (bound: string) => ` frente a un mínimo de ${bound}`,
  againstCeiling: (bound: string) => ` frente a un máximo de ${bound}`,
  againstRange: (floor: string, ceiling: string) => ` frente a un rango de ${floor} a ${ceiling}`,
  lessIsBetter: 'menos es mejor',
  moreIsBetter: 'más es mejor',
  betweenIsBetter: 'entre los dos',
  more: (gap: string) => `${gap} más de lo previsto`,
  less: (gap: string) => `${gap} menos de lo previsto`,
  atLimit: 'justo en el límite',
  inRange: 'dentro de lo esperado',
  missing: (gap: string, isOne: boolean) => `${isOne ? 'falta' : 'faltan'} ${gap}`,
  aboveFloor: (gap: string) => `${gap} por encima del mínimo`,
  belowCeiling: (gap: string) => `${gap} por debajo del máximo`,
  aboveCeiling: (gap: string) => `${gap} por encima del máximo`,
  missingToFloor: (gap: string, floor: string, isOne: boolean) =>
    `${isOne ? 'falta' : 'faltan'} ${gap} para el mínimo de ${floor}`,
  aboveThatFloor: (gap: string, floor: string) => `${gap} por encima del mínimo de ${floor}`,
  belowThatCeiling: (gap: string, ceiling: string) => `${gap} por debajo del máximo de ${ceiling}`,
  exceedsCapacity: (gap: string) => `supera en ${gap} la capacidad instalada`,
  exceedsCeiling: (gap: string, ceiling: string) => `supera en ${gap} el máximo de ${ceiling}`,
  atThatFloor: (floor: string) => `justo en el mínimo de ${floor}`,
  atThatCeiling: (ceiling: string) => `justo en el máximo de ${ceiling}`,
  barelyOver: 'por encima del límite, por menos de lo que alcanzan a mostrar las cifras',
  barelyUnder: 'por debajo del mínimo, por menos de lo que alcanzan a mostrar las cifras',
  point: ['punto', 'puntos'] as readonly [string, string],
  beyondHistory: (error: string) => `más que el error histórico de ${error}`,
  withinHistory: (error: string) => `aunque dentro del error histórico de ${error}`,
  failures: (share: string) => `los fallos (${share})`,
  late: (share: string) => `los casos fuera de plazo (${share})`,
  tolerance: (share: string) => `la tolerancia de ${share}`,
  history: (share: string) => `el error histórico de ${share}`,
  exceed: (who: string, gap: string, what: string) => `${who} superan en ${gap} ${what}`,
  barelyExceed: (who: string, what: string) => `${who} superan por muy poco ${what}`,
  staysWithin: (who: string, what: string) => `${who} no pasan de ${what}`,
  met: 'Cumple.',
  notMet: 'No cumple.',
  metWith: (alert: string) => `Cumple, con alerta: ${alert}.`,
  moreCapacity: (agency: string, isMasculine: boolean, executive: string | null, client: string) =>
    `conviene revisar si hace falta ampliar la capacidad de ${isMasculine ? 'este' : 'esta'} ${agency}, y si la sobrecarga ${executive === null ? '' : `de este ${executive} `}está desmejorando el servicio al ${client}`,
  lookAbove: 'está por encima del máximo y conviene revisar la causa',
  insideOnly: (isInside: boolean) => `el único caso quedó ${isInside ? 'dentro' : 'fuera'} de su límite`,
  insideAll: 'todos los casos quedaron dentro de su límite',
  insideNone: 'ningún caso quedó dentro de su límite',
  insideShare: (share: string) => `el ${share} de los casos quedó dentro de su límite`,
  halves: (half: string, nine: string) => `la mitad tarda hasta ${half} y 9 de cada 10 hasta ${nine}`,
  values: (half: string, nine: string) => `la mitad llega hasta ${half} y 9 de cada 10 hasta ${nine}`,
  open: (count: string, isOne: boolean) => `${count} ${isOne ? 'sigue abierto' : 'siguen abiertos'}`,
  pastLimit: (past: number, open: number, printed: string) =>
    open === 1
      ? 'ya fuera de su límite'
      : past === open
        ? 'todos ya fuera de su límite'
        : `${printed} ya fuera de su límite`,
  /** Facts behind a share that are not yet behind the figure: open ones that are already late. */
  withOverdue: (count: number, printed: string) =>
    `con ${printed} ${count === 1 ? 'abierto ya vencido' : 'abiertos ya vencidos'}`,
  case: ['caso', 'casos'] as readonly [string, string],
  provisional: 'resultado provisional',
  excluded: (count: string, isOne: boolean) => `${count} ${isOne ? 'quedó' : 'quedaron'} fuera del indicador`,
  row: ['fila', 'filas'] as readonly [string, string],
  noData: (when: string, why: string) => `Sin datos ${when}: ${why}.`,
  noDenominator: 'el total con el que se compara es cero',
  noneCounts: 'ninguna fila del período cuenta para este indicador',
};

export type Phrases = typeof es;

const en: Phrases = {
  ofLimit: (value, limit) => `${value} against ${limit}`,
  ofCapacity: (worked, capacity, index) => `${worked} of ${capacity} of capacity (${index})`,
  ofTime: (part, whole, index) => `${part} of ${whole} (${index})`,
  ofOwnLimits: (value, isMean) =>
    isMean
      ? `On average they used ${value} of their own limit`
      : `Together they used ${value} of their limits`,
  effectiveness: (value) => `${value} effectiveness`,
  efficacy: (value) => `${value} efficacy`,
  against: (bound) => ` against ${bound}`,
  againstFloor: (bound) => ` against a minimum of ${bound}`,
  againstCeiling: (bound) => ` against a maximum of ${bound}`,
  againstRange: (floor, ceiling) => ` against a range of ${floor} to ${ceiling}`,
  lessIsBetter: 'less is better',
  moreIsBetter: 'more is better',
  betweenIsBetter: 'between the two',
  more: (gap) => `${gap} more than planned`,
  less: (gap) => `${gap} less than planned`,
  atLimit: 'exactly at the limit',
  inRange: 'within what is expected',
  missing: (gap) => `${gap} short`,
  aboveFloor: (gap) => `${gap} above the minimum`,
  belowCeiling: (gap) => `${gap} below the maximum`,
  aboveCeiling: (gap) => `${gap} above the maximum`,
  missingToFloor: (gap, floor) => `${gap} short of the minimum of ${floor}`,
  aboveThatFloor: (gap, floor) => `${gap} above the minimum of ${floor}`,
  belowThatCeiling: (gap, ceiling) => `${gap} below the maximum of ${ceiling}`,
  exceedsCapacity: (gap) => `exceeds the installed capacity by ${gap}`,
  exceedsCeiling: (gap, ceiling) => `exceeds the maximum of ${ceiling} by ${gap}`,
  atThatFloor: (floor) => `exactly at the minimum of ${floor}`,
  atThatCeiling: (ceiling) => `exactly at the maximum of ${ceiling}`,
  barelyOver: 'over the limit by less than the figures can show',
  barelyUnder: 'short of the minimum by less than the figures can show',
  point: ['point', 'points'],
  beyondHistory: (error) => `more than the historical error of ${error}`,
  withinHistory: (error) => `though within the historical error of ${error}`,
  failures: (share) => `failures (${share})`,
  late: (share) => `cases past their limit (${share})`,
  tolerance: (share) => `the tolerance of ${share}`,
  history: (share) => `the historical error of ${share}`,
  exceed: (who, gap, what) => `${who} exceed ${what} by ${gap}`,
  barelyExceed: (who, what) => `${who} barely exceed ${what}`,
  staysWithin: (who, what) => `${who} do not exceed ${what}`,
  met: 'Met.',
  notMet: 'Not met.',
  metWith: (alert) => `Met, with an alert: ${alert}.`,
  moreCapacity: (agency, _isMasculine, executive, client) =>
    `check whether this ${agency} needs more capacity, and whether overload ${executive === null ? '' : `of this ${executive} `}is harming the service to the ${client}`,
  lookAbove: 'it is above the maximum and the cause is worth a look',
  insideOnly: (isInside) => `the only case was ${isInside ? 'within' : 'past'} its limit`,
  insideAll: 'all cases were within their limit',
  insideNone: 'no case was within its limit',
  insideShare: (share) => `${share} of the cases were within their limit`,
  halves: (half, nine) => `half take up to ${half} and 9 out of 10 up to ${nine}`,
  values: (half, nine) => `half reach up to ${half} and 9 out of 10 up to ${nine}`,
  open: (count, isOne) => `${count} ${isOne ? 'is' : 'are'} still open`,
  pastLimit: (past, open, printed) =>
    open === 1
      ? 'already past its limit'
      : past === open
        ? 'all already past their limit'
        : `${printed} already past the limit`,
  withOverdue: (_count, printed) => `with ${printed} still open and already late`,
  case: ['case', 'cases'],
  provisional: 'provisional result',
  excluded: (count) => `${count} left out of the indicator`,
  row: ['row', 'rows'],
  noData: (when, why) => `No data ${when}: ${why}.`,
  noDenominator: 'the total it is compared with is zero',
  noneCounts: 'no row of the period counts for this indicator',
};

export const PHRASES: Readonly<Record<Language, Phrases>> = { es, en };
