import { printNumber } from './print-number.ts';
import { printPercent } from './print-percent.ts';
import { printPeriod } from './print-period.ts';
import { printQuantity } from './print-quantity.ts';
import { printShortPeriod } from './print-short-period.ts';
import { printWait } from './print-wait.ts';

/** What prints numbers and periods, handed to a room that may not lean on this one (charts). */
export const PRINTERS = {
  number: printNumber,
  percent: printPercent,
  period: printPeriod,
  quantity: printQuantity,
  wait: printWait,
  shortPeriod: printShortPeriod,
} as const;
