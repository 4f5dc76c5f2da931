import { z } from 'zod';
import { localText } from './common.ts';
import type { Routes } from './route.ts';

const difference = z.object({
  /** A figure or a definition of one indicator; or the imports or calendars behind the paper. */
  kind: z.enum(['figure', 'definition', 'imports', 'calendars']),
  indicator: z.string().optional(),
  name: localText.optional(),
});

/** What a code from paper was issued for, and whether it still holds. */
export const checkedCode = z.object({
  code: z.string(),
  kind: z.enum(['sheet', 'month']),
  indicator: z.object({ id: z.string(), name: localText }).nullable(),
  period: z.string(),
  units: z.array(z.string()).readonly().nullable(),
  filters: z.array(z.object({ dimension: z.string(), value: z.string() })).readonly(),
  issued: z.array(z.object({ date: z.string(), who: z.string() })).readonly(),
  same: z.boolean(),
  differences: z.array(difference).readonly(),
  gone: z.boolean(),
});

export const reportRoutes = {
  'get /api/indicators/{id}/pdf': {
    about: {
      es: 'La ficha técnica de un indicador en papel (PDF), con su código de verificación.',
      en: 'The technical sheet of an indicator on paper (PDF), with its verification code.',
    },
    mode: 'read',
    may: 'see-indicators',
    params: z.object({ id: z.string() }),
    query: z.object({
      period: z.string(),
      as_of: z.string().optional(),
      unit: z.string().optional(),
      filters: z.string().optional(),
    }),
    response: 'file',
  },
  'get /api/report/pdf': {
    about: {
      es: 'El informe mensual de gestión en papel (PDF), de lo que la persona alcanza.',
      en: 'The monthly management report on paper (PDF), of what the person reaches.',
    },
    mode: 'read',
    may: 'read-report',
    query: z.object({ period: z.string(), unit: z.string().optional() }),
    response: 'file',
  },
  'get /api/report/wall': {
    about: {
      es: 'Una hoja para colgar en la pared de una agencia (PDF): sus indicadores en cifras grandes.',
      en: 'One sheet to hang on the wall of a unit (PDF): its indicators in large figures.',
    },
    mode: 'read',
    may: 'read-report',
    query: z.object({ period: z.string(), unit: z.string().optional() }),
    response: 'file',
  },
  'get /api/report/told': {
    about: {
      es: 'Lo que los clientes dijeron y lo que se hizo, de lo que se les avisó en un período: texto para publicar.',
      en: 'What clients said and what was done, of what they were told in a period: text to publish.',
    },
    mode: 'open',
    may: 'read-report',
    query: z.object({ period: z.string(), unit: z.string().optional() }),
    response: z.object({
      period: z.string(),
      /** The text to copy; empty without anything told. */
      text: z.string(),
      items: z.number(),
      /** What is left out because its text names somebody, with the number of its improvement. */
      held: z.array(z.object({ improvement: z.number(), title: z.string(), name: z.string() })).readonly(),
    }),
  },
  'get /api/report/told/pdf': {
    about: {
      es: 'Lo mismo en una hoja para colgar donde se atiende (PDF).',
      en: 'The same on a sheet to hang where clients are served (PDF).',
    },
    mode: 'open',
    may: 'read-report',
    query: z.object({ period: z.string(), unit: z.string().optional() }),
    response: 'file',
  },
  'post /api/report/check': {
    about: {
      es: 'Para qué se emitió un código de verificación, y si las cifras siguen siendo las mismas.',
      en: 'What a verification code was issued for, and whether the figures are still the same.',
    },
    mode: 'read',
    may: 'read-report',
    body: z.object({ code: z.string().max(100) }),
    response: checkedCode,
  },
} as const satisfies Routes;
