import { z } from 'zod';
import { LANGUAGES, PROPOSAL_KINDS, type ProposalKind, ROLES } from '../kernel/index.ts';
import { date, localText, whole } from './common.ts';
import type { Routes } from './route.ts';

const instant = z.string();
const text = (most: number) => z.string().trim().min(1).max(most);
const reason = text(500);
const id = z.object({ id: z.string() });
const number = z.object({ id: whole });
const nothing = z.object({});
const role = z.enum(ROLES);
const language = z.enum(LANGUAGES);
const names = z.array(z.string().max(200)).max(500).nullable();

/** A role as it is given: where it reaches (null for everywhere) and until which date. */
export const grant = z.object({
  role,
  units: names,
  processes: names,
  until: date.nullable(),
});

/** What comes next of a sign-in: nothing, the code of the second factor, or enrolling one. */
export const signedIn = z.object({ next: z.enum(['nothing', 'code', 'enrol']) });

/** Why rules of segregation are relaxed, by whom and until when. */
export const exception = z.object({
  id: z.number(),
  rules: z.array(z.string()),
  reason: z.string(),
  from: date,
  until: date,
  signed_by: z.string(),
  /** Null when it was made in the first run, with nobody there to approve it. */
  approved_by: z.string().nullable(),
  in_force: z.boolean(),
  /** The line every report prints. */
  sentence: z.string(),
});

/** The institution's own words, in plain lower case: `cliente` or `socio`, `agencia` or `oficina`... */
const words = z.object({
  client: z.enum(['cliente', 'socio']),
  unit: z.enum(['agencia', 'oficina']),
  staff: z.enum(['ejecutivo', 'asesor']),
});
const kind = z.enum(['banco', 'cooperativa', 'microfinanciera']);

/** Who is signed in and in which institution. Every screen begins with this. */
export const me = z.object({
  /** Null: nobody is signed in. */
  person: z
    .object({
      id: z.string(),
      login: z.string(),
      name: z.string(),
      language,
      staff_name: z.string().nullable(),
      roles: z.array(grant.extend({ name: z.string() })),
    })
    .nullable(),
  /** Permissions the person has: what a screen may offer. */
  may: z.array(z.string()),
  /** Units the person reaches where roles are limited; null for all. */
  units: names,
  processes: names,
  /** Asked for a second factor that is not enrolled yet: nothing else can be done before. */
  needs_second_factor: z.boolean(),
  second_factor: z.object({
    enrolled: z.boolean(),
    required: z.boolean(),
    /** Put off until the next sign-in: what the roles that ask for it open is shut meanwhile. */
    owed: z.boolean(),
    /** Backup codes not used yet. */
    backup_codes: z.number(),
  }),
  session: z
    .object({ id: z.string(), started_at: instant, expires_at: instant, idle_minutes: z.number() })
    .nullable(),
  /** The folder has nobody yet: go to the first run. */
  needs_start: z.boolean(),
  demo: z.boolean(),
  institution: z
    .object({ name: z.string(), kind, words, country: z.string(), zone: z.string(), calendar: z.string() })
    .nullable(),
  exceptions: z.array(exception),
  /** Name of the identity provider people may sign in with; null when there is none. */
  provider: z.string().nullable(),
  /** Proposals that wait for this person to decide. */
  to_decide: z.number(),
  today: date,
});

const session = z.object({
  id: z.string(),
  started_at: instant,
  last_seen_at: instant,
  expires_at: instant,
  ip: z.string(),
  agent: z.string(),
  current: z.boolean(),
});

const token = z.object({
  id: z.string(),
  person: z.string(),
  person_name: z.string(),
  name: z.string(),
  approved_at: instant,
  expires_at: instant,
  /** `waiting`: approved, its owner has not taken the secret yet. */
  state: z.enum(['waiting', 'in-force', 'expired', 'ended']),
});

const proposalKind = z.enum(Object.keys(PROPOSAL_KINDS) as [ProposalKind, ...ProposalKind[]]);

/** Something one person proposes and another decides. */
export const proposal = z.object({
  id: z.number(),
  kind: proposalKind,
  subject: z.string(),
  /** What would change, in words. */
  sentence: z.string(),
  payload: z.record(z.string(), z.unknown()),
  reason: z.string(),
  proposed_by: z.string().nullable(),
  proposed_by_name: z.string().nullable(),
  proposed_at: instant,
  decision: z.enum(['approved', 'rejected', 'withdrawn']).nullable(),
  decided_by: z.string().nullable(),
  decided_by_name: z.string().nullable(),
  decided_at: instant.nullable(),
  decision_reason: z.string().nullable(),
  /** Whether whoever asks may approve it now; `why_not` says why they may not. */
  may_approve: z.boolean(),
  why_not: z.string().nullable(),
  /** Whether whoever asks may withdraw it. */
  own: z.boolean(),
});

/** What came of a proposal: applied at once where an exception lets its proposer decide alone. */
const proposed = z.object({ proposal: z.number(), applied: z.boolean() });

/** A code to set a password with: one use, 24 hours, shown this once. */
const recoveryCode = z.object({ login: z.string(), code: z.string(), expires_at: instant });

/** Codes that stand in for the telephone, each once; shown this once. */
const backupCodes = z.object({ backup_codes: z.array(z.string()) });

const person = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  language,
  staff_name: z.string().nullable(),
  state: z.enum(['active', 'disabled']),
  created_at: instant,
  roles: z.array(grant.extend({ name: z.string(), from: date })),
  has_password: z.boolean(),
  second_factor: z.boolean(),
  second_factor_required: z.boolean(),
  last_sign_in_at: instant.nullable(),
  open_sessions: z.number(),
  /** Proposals about this person that wait for a decision. */
  pending: z.array(z.object({ proposal: z.number(), kind: proposalKind, sentence: z.string() })),
});

const newPerson = z.object({
  login: text(60),
  name: text(120),
  email: z.email().max(200).nullable(),
  language,
  staff_name: text(120).nullable(),
  grants: z.array(grant).min(1).max(9),
});

export const peopleRoutes = {
  'get /api/me': {
    about: {
      es: 'Quién ha entrado, qué puede hacer y en qué institución.',
      en: 'Who is signed in, what they may do, and where.',
    },
    mode: 'open',
    may: 'public',
    response: me,
  },
  'put /api/me': {
    about: { es: 'Cambia el idioma propio.', en: 'Changes one’s own language.' },
    mode: 'open',
    may: 'signed-in',
    body: z.object({ language }),
    response: nothing,
  },

  'post /api/sign-in': {
    about: { es: 'Entra con usuario y contraseña.', en: 'Signs in with login and password.' },
    mode: 'open',
    may: 'public',
    body: z.object({ login: z.string().max(200), password: z.string().max(500) }),
    response: signedIn,
  },
  'post /api/sign-in/code': {
    about: {
      es: 'Segundo paso: el código de seis cifras, o uno de respaldo.',
      en: 'Second step: the six-digit code, or a backup one.',
    },
    mode: 'open',
    may: 'public',
    body: z.object({ code: z.string().max(20) }),
    response: signedIn,
  },
  'post /api/sign-in/recovery': {
    about: {
      es: 'Pone una contraseña nueva con un código que dio un administrador, y entra.',
      en: 'Sets a new password with a code given by an administrator, and signs in.',
    },
    mode: 'open',
    may: 'public',
    body: z.object({ login: z.string().max(200), code: z.string().max(60), password: z.string().max(500) }),
    response: signedIn,
  },
  'post /api/sign-in/provider': {
    about: {
      es: 'Empieza a entrar por el proveedor de identidad; la página va a la dirección que se responde.',
      en: 'Begins to sign in by the identity provider; the page goes to the address answered.',
    },
    mode: 'open',
    may: 'public',
    response: z.object({ url: z.string() }),
  },
  'post /api/sign-in/provider/finish': {
    about: {
      es: 'Termina de entrar: la página `/entrar/proveedor` envía la dirección completa a la que volvió.',
      en: 'Ends it: page `/entrar/proveedor` sends the whole address it was brought back to.',
    },
    mode: 'open',
    may: 'public',
    body: z.object({ url: z.string().max(5000) }),
    response: signedIn,
  },
  'post /api/sign-out': {
    about: { es: 'Sale: la sesión termina en el acto.', en: 'Signs out: the session ends at once.' },
    mode: 'open',
    may: 'signed-in',
    before_second_factor: true,
    response: nothing,
  },

  'get /api/start': {
    about: { es: 'Lo que se elige la primera vez.', en: 'What is chosen the first time.' },
    mode: 'open',
    may: 'public',
    response: z.object({
      needed: z.boolean(),
      kinds: z.array(z.object({ id: kind, name: localText, words })),
      countries: z.array(
        z.object({
          id: z.string(),
          name: localText,
          zone: z.string(),
          /** Whether its national holidays are known. */
          holidays: z.boolean(),
        }),
      ),
      /** What it may begin with or without, besides what every institution has. */
      packs: z.array(
        z.object({
          id: z.string(),
          name: localText,
          indicators: z.number(),
          processes: z.number(),
          /** In force unless left out; the others only where they are chosen. */
          usual: z.boolean(),
        }),
      ),
      calendars: z.array(
        z.object({
          id: z.string(),
          name: localText,
          zone: z.string(),
          /** Country it was made for; null for one of the institution. */
          country: z.string().nullable(),
          /** When it is open, in words. */
          hours: localText,
        }),
      ),
      /** Longest dated exception, in days. */
      exception_days: z.number(),
      password_length: z.object({ alone: z.number(), with_second_factor: z.number() }),
    }),
  },
  'post /api/start/password': {
    about: {
      es: 'Primera vez: dice si una contraseña sirve, antes de guardar nada.',
      en: 'First time: says whether a password will do, before anything is kept.',
    },
    mode: 'open',
    may: 'public',
    body: z.object({
      login: z.string().max(60),
      name: z.string().max(120),
      institution: z.string().max(120),
      password: z.string().max(500),
    }),
    response: nothing,
  },
  'post /api/start': {
    about: {
      es: 'Primera vez: crea la institución y sus primeras personas, y entra como la primera. Solo desde la misma máquina.',
      en: 'First time: makes the institution and its first people, and signs in as the first. From the same machine only.',
    },
    mode: 'write',
    may: 'public',
    body: z.object({
      name: text(120),
      kind,
      words,
      country: z.string().length(2),
      /** Packs of `get /api/start` it begins with; absent for all. */
      packs: z.array(z.string().max(100)).max(50).optional(),
      /** A calendar there is, or null to write one with these hours and the country's holidays. */
      calendar: z.string().nullable(),
      hours: z.object({ from: z.string(), to: z.string(), saturday: z.boolean() }).nullable(),
      /** How many people will use it; with one or two the first is administrator and analyst together. */
      people_count: z.number().int().min(1).max(10_000),
      /** The first sets their password now; the others get a code. */
      people: z
        .array(newPerson.omit({ email: true }))
        .min(1)
        .max(20),
      password: z.string().max(500),
    }),
    response: z.object({
      next: z.enum(['nothing', 'code', 'enrol']),
      codes: z.array(recoveryCode),
      exception: exception.nullable(),
    }),
  },

  'post /api/demo/role': {
    about: {
      es: 'Toma un rol con un clic. Solo en una carpeta creada como demostración.',
      en: 'Takes a role by one click. Only in a folder created as demo.',
    },
    mode: 'open',
    may: 'public',
    body: z.object({ role }),
    response: signedIn,
  },

  'post /api/me/password': {
    about: {
      es: 'Cambia la contraseña propia; las otras sesiones terminan.',
      en: 'Changes one’s own password; other sessions end.',
    },
    mode: 'open',
    may: 'signed-in',
    body: z.object({ current: z.string().max(500), password: z.string().max(500) }),
    response: z.object({ ended_sessions: z.number() }),
  },
  'post /api/me/second-factor': {
    about: {
      es: 'Empieza a poner un segundo paso: secreto y dirección para la aplicación de códigos.',
      en: 'Begins to enrol a second factor: secret and address for the code application.',
    },
    mode: 'open',
    may: 'signed-in',
    before_second_factor: true,
    response: z.object({ secret: z.string(), uri: z.string() }),
  },
  'post /api/me/second-factor/confirm': {
    about: { es: 'Lo confirma con un primer código.', en: 'Confirms it with a first code.' },
    mode: 'open',
    may: 'signed-in',
    before_second_factor: true,
    body: z.object({ code: z.string().max(20) }),
    response: backupCodes,
  },
  'post /api/me/second-factor/codes': {
    about: {
      es: 'Hace códigos de respaldo nuevos; los anteriores dejan de servir.',
      en: 'Makes new backup codes; those before no longer work.',
    },
    mode: 'open',
    may: 'signed-in',
    body: z.object({ code: z.string().max(20) }),
    response: backupCodes,
  },
  'post /api/me/second-factor/remove': {
    about: {
      es: 'Quita el segundo paso, donde no es obligatorio.',
      en: 'Removes the second factor, where it is not required.',
    },
    mode: 'open',
    may: 'signed-in',
    body: z.object({ password: z.string().max(500) }),
    response: nothing,
  },
  'get /api/me/sessions': {
    about: { es: 'Las sesiones propias abiertas.', en: 'One’s own open sessions.' },
    mode: 'open',
    may: 'signed-in',
    response: z.object({ sessions: z.array(session) }),
  },
  'delete /api/me/sessions/{id}': {
    about: { es: 'Termina una sesión propia.', en: 'Ends a session of one’s own.' },
    mode: 'open',
    may: 'signed-in',
    params: id,
    response: nothing,
  },
  'get /api/me/tokens': {
    about: { es: 'Las llaves de importación propias.', en: 'One’s own import tokens.' },
    mode: 'open',
    may: 'signed-in',
    response: z.object({ tokens: z.array(token) }),
  },
  'post /api/me/tokens/{id}': {
    about: {
      es: 'Recoge el secreto de una llave aprobada: se muestra esta única vez.',
      en: 'Takes the secret of an approved token: shown this once.',
    },
    mode: 'open',
    may: 'signed-in',
    params: id,
    response: z.object({ secret: z.string(), expires_at: instant }),
  },
  'delete /api/me/tokens/{id}': {
    about: { es: 'Termina una llave propia.', en: 'Ends a token of one’s own.' },
    mode: 'open',
    may: 'signed-in',
    params: id,
    response: nothing,
  },

  'get /api/people': {
    about: {
      es: 'Las personas, con sus roles y su estado.',
      en: 'The people, with their roles and state.',
    },
    mode: 'open',
    may: 'see-people',
    response: z.object({ people: z.array(person) }),
  },
  'post /api/people': {
    about: { es: 'Propone una persona nueva.', en: 'Proposes a new person.' },
    mode: 'open',
    may: 'propose-person',
    body: newPerson.extend({ reason }),
    response: proposed,
  },
  'put /api/people/{id}/roles': {
    about: { es: 'Propone otros roles para una persona.', en: 'Proposes other roles for a person.' },
    mode: 'open',
    may: 'propose-person',
    params: id,
    body: z.object({ grants: z.array(grant).min(1).max(9), reason }),
    response: proposed,
  },
  'post /api/people/{id}/disable': {
    about: { es: 'Propone deshabilitar a una persona.', en: 'Proposes to disable a person.' },
    mode: 'open',
    may: 'propose-person',
    params: id,
    body: z.object({ reason }),
    response: proposed,
  },
  'post /api/people/{id}/enable': {
    about: { es: 'Propone habilitarla otra vez.', en: 'Proposes to enable them again.' },
    mode: 'open',
    may: 'propose-person',
    params: id,
    body: z.object({ reason }),
    response: proposed,
  },
  'post /api/people/{id}/clear-second-factor': {
    about: {
      es: 'Propone quitar el segundo paso de quien perdió su teléfono.',
      en: 'Proposes to clear the second factor of whoever lost their phone.',
    },
    mode: 'open',
    may: 'propose-person',
    params: id,
    body: z.object({ reason }),
    response: proposed,
  },
  'post /api/people/{id}/recovery': {
    about: {
      es: 'Da un código para poner contraseña: un solo uso, 24 horas.',
      en: 'Gives a code to set a password: one use, 24 hours.',
    },
    mode: 'open',
    may: 'propose-person',
    params: id,
    response: recoveryCode,
  },
  'get /api/people/{id}/sessions': {
    about: { es: 'Las sesiones abiertas de una persona.', en: 'A person’s open sessions.' },
    mode: 'open',
    may: 'see-sessions',
    params: id,
    response: z.object({ sessions: z.array(session) }),
  },
  'delete /api/people/{id}/sessions': {
    about: { es: 'Termina las sesiones de una persona.', en: 'Ends a person’s sessions.' },
    mode: 'open',
    may: 'end-sessions',
    params: id,
    response: z.object({ ended: z.number() }),
  },
  'get /api/roles': {
    about: {
      es: 'Los roles y lo que puede cada uno, en palabras.',
      en: 'The roles and what each may do, in words.',
    },
    mode: 'open',
    may: 'signed-in',
    response: z.object({
      roles: z.array(
        z.object({
          role,
          name: z.string(),
          about: z.string(),
          needs: z.enum(['units', 'processes', 'end', 'nothing']),
        }),
      ),
      /** Processes a role can be limited to. */
      processes: z.array(z.object({ id: z.string(), name: z.string() })),
      permissions: z.array(
        z.object({
          permission: z.string(),
          name: z.string(),
          reach: z.record(z.string(), z.enum(['all', 'own'])),
        }),
      ),
    }),
  },

  'get /api/proposals': {
    about: {
      es: 'Lo propuesto: lo que espera decisión y lo decidido.',
      en: 'What was proposed: waiting and decided.',
    },
    mode: 'open',
    may: 'signed-in',
    query: z.object({ state: z.enum(['open', 'decided', 'mine', 'to-decide']).optional() }),
    response: z.object({ proposals: z.array(proposal) }),
  },
  'post /api/proposals/{id}/decide': {
    about: {
      es: 'Aprueba, rechaza o retira. Lo que aprobado se hace sobre los datos (deshacer una carga) lo hace después su propio verbo.',
      en: 'Approves, rejects or withdraws. What is done on data once approved (undoing an import) is done by its own verb.',
    },
    mode: 'open',
    may: 'signed-in',
    after_second_factor: true,
    params: number,
    body: z.object({
      decision: z.enum(['approved', 'rejected', 'withdrawn']),
      reason: z.string().trim().max(500),
    }),
    response: z.object({
      proposal,
      /** For a new person: the code to hand over. */
      code: recoveryCode.nullable(),
    }),
  },

  'get /api/tokens': {
    about: { es: 'Las llaves de importación de todos.', en: 'Everybody’s import tokens.' },
    mode: 'open',
    may: 'see-tokens',
    response: z.object({ tokens: z.array(token) }),
  },
  'post /api/tokens': {
    about: {
      es: 'Propone una llave de importación para alguien que carga datos (hasta 90 días).',
      en: 'Proposes an import token for somebody who loads data (up to 90 days).',
    },
    mode: 'open',
    may: 'propose-token',
    body: z.object({ person: z.string(), name: text(80), days: z.number().int().min(1).max(90), reason }),
    response: proposed,
  },
  'delete /api/tokens/{id}': {
    about: { es: 'Termina una llave.', en: 'Ends a token.' },
    mode: 'open',
    may: 'propose-token',
    params: id,
    response: nothing,
  },

  'get /api/exceptions': {
    about: {
      es: 'Las excepciones a la separación de funciones.',
      en: 'The exceptions to segregation of duties.',
    },
    mode: 'open',
    may: 'see-exceptions',
    response: z.object({
      exceptions: z.array(exception),
      relaxable: z.array(z.object({ rule: z.string(), name: z.string() })),
    }),
  },
  'post /api/exceptions': {
    about: { es: 'Propone una excepción con fecha de fin.', en: 'Proposes an exception with an end date.' },
    mode: 'open',
    may: 'propose-exception',
    body: z.object({ rules: z.array(z.string()).min(1), reason, until: date }),
    response: proposed,
  },
  'delete /api/exceptions/{id}': {
    about: { es: 'Termina una excepción antes de su fecha.', en: 'Ends an exception before its date.' },
    mode: 'open',
    may: 'propose-exception',
    params: number,
    response: nothing,
  },

  'get /api/settings/sign-in': {
    about: { es: 'El proveedor de identidad configurado.', en: 'The identity provider that is set.' },
    mode: 'open',
    may: 'edit-settings',
    response: z.object({
      provider: z
        .object({
          name: z.string(),
          issuer: z.string(),
          client_id: z.string(),
          has_secret: z.boolean(),
          trusts_second_factor: z.boolean(),
        })
        .nullable(),
      redirect_uri: z.string(),
    }),
  },
  'put /api/settings/sign-in': {
    about: {
      es: 'Propone el proveedor de identidad; null lo quita.',
      en: 'Proposes the identity provider; null removes it.',
    },
    mode: 'open',
    may: 'edit-settings',
    body: z.object({
      provider: z
        .object({
          name: text(80),
          issuer: z.url().max(500),
          client_id: text(200),
          /** Null keeps the secret there is. */
          secret: z.string().max(500).nullable(),
          /** The provider asks for a second factor itself. */
          trusts_second_factor: z.boolean(),
        })
        .nullable(),
      reason,
    }),
    response: proposed,
  },
} as const satisfies Routes;
