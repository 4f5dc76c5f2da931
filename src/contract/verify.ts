import { z } from 'zod';
import { localText, problem } from './common.ts';
import type { Routes } from './route.ts';

/** An exact sum of a column: digits as text, so that none is lost on the way. */
const columnTotal = z.object({
  column: z.string(),
  label: localText,
  /** Unit the column is written in: `min`, `money`...; null for plain numbers. */
  unit: z.string().nullable(),
  total: z.string(),
  /** Rows that have a value in it. */
  known: z.number(),
});

/** Rows and sums of one data set, whole and by the import they came in. */
export const factTotals = z.object({
  dataset: z.string(),
  name: localText,
  rows: z.number(),
  totals: z.array(columnTotal),
  imports: z.array(
    z.object({
      import: z.string(),
      file_name: z.string(),
      imported_at: z.string(),
      rows: z.number(),
      totals: z.array(columnTotal),
    }),
  ),
});

export const verifyRoutes = {
  'post /api/verify': {
    about: {
      es: 'Comprueba que nada cambió a espaldas del programa: archivos originales, registro y hechos.',
      en: 'Proves that nothing changed behind the program’s back: original files, ledger and facts.',
    },
    mode: 'job',
    may: 'verify-chain',
    response: z.object({
      sound: z.boolean(),
      raw_files: z.number(),
      ledger_entries: z.number(),
      ledger_head: z.string(),
      facts: z.array(z.object({ dataset: z.string(), name: localText, rows: z.number(), same: z.boolean() })),
      /** Closed months, each made anew from what it was closed with. */
      closings: z.array(
        z.object({
          period: z.string(),
          version: z.number(),
          same: z.boolean(),
          figures: z.number(),
          /** Figures that today's facts and definitions would give otherwise. */
          today: z.number(),
        }),
      ),
      problems: z.array(problem.extend({ sentence: z.string() })),
      /** What changed by leave since a month was closed. */
      notices: z.array(z.string()),
    }),
  },
  'get /api/control-totals': {
    about: {
      es: 'Filas y sumas de lo cargado en un período, por archivo, para comparar con el sistema de origen.',
      en: 'Rows and sums of what was loaded for a period, by file, to compare with the source system.',
    },
    mode: 'read',
    may: 'see-data',
    query: z.object({ period: z.string().max(40), unit: z.string().max(200).optional() }),
    response: z.object({ datasets: z.array(factTotals) }),
  },
} as const satisfies Routes;
