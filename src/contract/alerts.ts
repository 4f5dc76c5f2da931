import { z } from 'zod';
import { ALERT_KINDS, ROLES } from '../kernel/index.ts';
import { localText } from './common.ts';
import type { Routes } from './route.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const nothing = z.object({});
const kind = z.enum(ALERT_KINDS);
const reason = z.string().trim().min(1).max(500);
const rule = z.object({
  kind,
  indicators: list(z.string().max(200)),
  by: z.enum(['whole', 'unit', 'both']),
  threshold: z.number().nullable(),
});
const tells = z.object({
  owners: z.boolean(),
  roles: list(z.enum(ROLES)),
  people: list(z.string().max(100)),
});
const draft = z.object({ name: z.string().trim().min(1).max(120), rule, tells });
const ruleId = z.object({
  id: z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(Number),
});
const digest = z.object({
  at: z.string().max(5),
  working_days: z.boolean(),
  most: z.number().int(),
});
const setting = z.object({
  host: z.string().trim().min(1).max(200),
  port: z.number().int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'none']),
  user: z.string().min(1).max(200).nullable(),
  from_name: z.string().max(120),
  from_address: z.string().trim().max(200),
  address: z.string().trim().max(300),
});
/** Null keeps the password there is for the same server, port and user. */
const withPassword = setting.extend({ password: z.string().min(1).max(500).nullable() });

export const alertRoutes = {
  'get /api/alerts': {
    about: {
      es: 'Los resúmenes de quien pregunta, el último primero.',
      en: 'The digests of who asks, the latest first.',
    },
    mode: 'open',
    may: 'signed-in',
    after_second_factor: true,
    response: z.object({
      sentence: localText,
      digests: list(
        z.object({
          date: z.string(),
          lines: list(z.object({ kind, text: localText, to: z.string() })),
          seen: z.boolean(),
          sent_at: z.string().nullable(),
        }),
      ),
      unseen: z.number(),
      mail: z.object({
        set: z.boolean(),
        wanted: z.boolean(),
        address: z.string().nullable(),
        own: z.string().nullable(),
      }),
      may_plan: z.boolean(),
    }),
  },
  'post /api/alerts/seen': {
    about: { es: 'Deja dicho que se vieron los avisos.', en: 'Notes that the alerts were seen.' },
    mode: 'open',
    may: 'signed-in',
    after_second_factor: true,
    response: nothing,
  },
  'put /api/alerts/mail': {
    about: {
      es: 'Elige a qué correo de la institución recibe sus avisos quien pregunta, o que no quiere recibirlos.',
      en: 'Chooses at which address of the institution who asks gets their alerts, or that they want none.',
    },
    mode: 'open',
    may: 'signed-in',
    after_second_factor: true,
    body: z.object({ address: z.string().trim().max(200).nullable(), wanted: z.boolean() }),
    response: nothing,
  },
  'get /api/alert-rules': {
    about: {
      es: 'Las reglas de aviso y a qué hora sale el resumen.',
      en: 'The alert rules and the hour of the digest.',
    },
    mode: 'open',
    may: 'plan-alerts',
    response: z.object({
      rules: list(
        z.object({
          id: z.string(),
          own: z.boolean(),
          name: localText,
          sentence: localText,
          rule,
          tells,
          off: z.boolean(),
          made_by: z.string().nullable(),
          at: z.string().nullable(),
          may_change: z.boolean(),
        }),
      ),
      digest,
      /** Whether the hour and the rules that everybody has are theirs to change. */
      may_set: z.boolean(),
      kinds: list(
        z.object({
          kind,
          figures: z.boolean(),
          threshold: z.object({ least: z.number(), most: z.number(), usual: z.number() }).nullable(),
        }),
      ),
      indicators: list(z.object({ id: z.string(), name: localText })),
      people: list(z.object({ id: z.string(), name: z.string() })),
      roles: list(z.object({ id: z.enum(ROLES), name: z.string() })),
    }),
  },
  'post /api/alert-rules': {
    about: { es: 'Escribe una regla de aviso.', en: 'Writes an alert rule.' },
    mode: 'open',
    may: 'plan-alerts',
    body: draft,
    response: z.object({ id: z.number() }),
  },
  'put /api/alert-rules/{id}': {
    about: { es: 'Cambia una regla de aviso propia.', en: 'Changes an alert rule that was written.' },
    mode: 'open',
    may: 'plan-alerts',
    params: ruleId,
    body: draft,
    response: z.object({ id: z.number() }),
  },
  'delete /api/alert-rules/{id}': {
    about: { es: 'Quita una regla de aviso propia.', en: 'Removes an alert rule that was written.' },
    mode: 'open',
    may: 'plan-alerts',
    params: ruleId,
    response: nothing,
  },
  'put /api/standing-alerts/{id}': {
    about: { es: 'Apaga o enciende un aviso de siempre.', en: 'Turns a standing alert off or on.' },
    mode: 'open',
    may: 'plan-alerts',
    params: z.object({ id: z.string().max(40) }),
    body: z.object({ off: z.boolean() }),
    response: nothing,
  },
  'put /api/settings/digest': {
    about: {
      es: 'Cambia a qué hora y qué días sale el resumen, y cuántos avisos escribe.',
      en: 'Changes at what hour and on which days the digest goes out, and how many alerts it writes.',
    },
    mode: 'open',
    may: 'plan-alerts',
    body: digest,
    response: nothing,
  },
  'post /api/digests': {
    about: {
      es: 'Prepara ahora el resumen de hoy de quienes no lo tienen.',
      en: "Prepares today's digest now for those who have none.",
    },
    mode: 'read',
    may: 'plan-alerts',
    response: z.object({ people: z.number() }),
  },
  'get /api/settings/mail': {
    about: {
      es: 'El servidor de correo de los avisos y cómo le va.',
      en: 'The mail server of the alerts and how it goes.',
    },
    mode: 'open',
    may: 'edit-settings',
    response: z.object({
      setting: setting.extend({ has_password: z.boolean() }).nullable(),
      waiting: z.number().nullable(),
      sentence: localText,
      failing: z.boolean(),
      /** Address the screens are open at now. */
      origin: z.string(),
      /** Where a test would go, unless another is typed. */
      own_address: z.string().nullable(),
    }),
  },
  'put /api/settings/mail': {
    about: {
      es: 'Propone el servidor de correo de los avisos; null lo quita.',
      en: 'Proposes the mail server of the alerts; null removes it.',
    },
    mode: 'open',
    may: 'edit-settings',
    body: z.object({ setting: withPassword.nullable(), reason }),
    response: z.object({ proposal: z.number(), applied: z.boolean() }),
  },
  'post /api/settings/mail/test': {
    about: {
      es: 'Envía un correo de prueba con lo que está escrito y muestra qué respondió el servidor.',
      en: 'Sends a test mail with what is typed and shows what the server answered.',
    },
    mode: 'open',
    may: 'edit-settings',
    body: z.object({ setting: withPassword, to: z.string().trim().max(200) }),
    response: z.object({ sent: z.boolean(), sentence: localText, answer: z.string() }),
  },
} as const satisfies Routes;
