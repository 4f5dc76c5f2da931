import type { Language, LocalText, ProposalKind, Role } from '../kernel/index.ts';
import { nameRole, nameRule } from './names.ts';
import { printDate } from './print-date.ts';
import { printPeriod } from './print-period.ts';

interface Granted {
  readonly role: Role;
  readonly units?: readonly string[] | null;
  readonly processes?: readonly string[] | null;
  readonly until?: string | null;
}

function sayGrant({ role, units, processes, until }: Granted, language: Language): string {
  const reach = [...(units ?? []), ...(processes ?? [])].join(', ');
  const end = until ? ` ${language === 'es' ? 'hasta el' : 'until'} ${printDate(until, language)}` : '';
  return `${nameRole(role, language)}${reach === '' ? '' : ` (${reach})`}${end}`;
}

/** Roles in words: «Supervisión (Norte, Sur) y Analista de calidad». */
export function sayGrants(grants: readonly Granted[], language: Language): string {
  const parts = grants.map((grant) => sayGrant(grant, language));
  const last = parts.pop() ?? '';
  if (parts.length === 0) return last;
  return `${parts.join(', ')} ${language === 'es' ? 'y' : 'and'} ${last}`;
}

interface Proposed {
  readonly kind: ProposalKind;
  /** Name of the person or thing it is about. */
  readonly subject: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

type Say = (proposed: Proposed) => string;

const person = ({ payload }: Proposed) =>
  payload['person'] as { readonly name: string; readonly login: string; readonly grants: readonly Granted[] };
const grants = ({ payload }: Proposed) => payload['grants'] as readonly Granted[];
const date = ({ payload }: Proposed, language: Language) => printDate(String(payload['until']), language);
const rules = ({ payload }: Proposed, language: Language) =>
  (payload['rules'] as readonly string[]).map((rule) => nameRule(rule, language)).join('; ');

const period = ({ payload }: Proposed, language: Language): string =>
  printPeriod(String(payload['period'] ?? payload['from_period']), language);
/** Of a part: «, Guayaquil Sur». */
const part = ({ payload }: Proposed): string =>
  typeof payload['unit'] === 'string' ? `, ${payload['unit']}` : '';
const count = ({ payload }: Proposed): number => (payload['keys'] as readonly string[]).length;

/** By which server alerts would go out, so that whoever approves it sees what they approve. */
function sayMail({ payload }: Proposed, language: Language): string {
  const es = language === 'es';
  const value = payload['value'] as Readonly<Record<string, string | number | null>> | null;
  if (value === null) return es ? 'Dejar de enviar avisos por correo' : 'Stop sending alerts by mail';
  const { host, port, security, user, from_address, address } = value;
  const how =
    security === 'none' ? (es ? 'sin cifrado' : 'without encryption') : String(security).toUpperCase();
  const as = user === null ? '' : es ? `, con el usuario ${user}` : `, with the user ${user}`;
  return es
    ? `Enviar los avisos por ${host}, puerto ${port}, ${how}${as}, desde ${from_address}, con enlaces a ${address}`
    : `Send alerts by ${host}, port ${port}, ${how}${as}, from ${from_address}, with links to ${address}`;
}

interface Changed {
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
}

const named = ({ subject, payload }: Proposed, language: Language): string =>
  (payload['name'] as LocalText | undefined)?.[language] ?? subject;

/** From old to new, field by field: «Estándar 1: límite: de «48 h» a «30 h»». */
function sayChanges({ payload }: Proposed, language: Language): string {
  const changes = (payload['changes'] as Record<Language, readonly Changed[]> | undefined)?.[language] ?? [];
  if (changes.length === 0) return '';
  return `. ${changes.map((change) => sayChange(change, language)).join('; ')}`;
}

function sayChange({ label, from, to }: Changed, language: Language): string {
  const none = language === 'es' ? 'nada' : 'nothing';
  return language === 'es'
    ? `${label}, de «${from ?? none}» a «${to ?? none}»`
    : `${label}, from “${from ?? none}” to “${to ?? none}”`;
}

/** From when it holds, where it does not hold for every month. */
function sayFrom({ payload }: Proposed, language: Language): string {
  const { from } = payload;
  if (typeof from !== 'string') return '';
  const when = printDate(from, language);
  return language === 'es' ? `, que rige desde el ${when}` : `, to hold from ${when}`;
}

/** What a new indicator says, field by field. */
function sayNew({ payload }: Proposed, language: Language): string {
  const changes = (payload['changes'] as Record<Language, readonly Changed[]> | undefined)?.[language] ?? [];
  const told = changes.map(({ label, to }) =>
    language === 'es' ? `${label}: «${to ?? ''}»` : `${label}: “${to ?? ''}”`,
  );
  return told.length === 0 ? '' : `. ${told.join('; ')}`;
}

const SAYINGS: Readonly<Record<ProposalKind, Readonly<Record<Language, Say>>>> = {
  'new-person': {
    es: (p) => `Crear a ${person(p).name} (${person(p).login}) como ${sayGrants(person(p).grants, 'es')}`,
    en: (p) => `Make ${person(p).name} (${person(p).login}) as ${sayGrants(person(p).grants, 'en')}`,
  },
  'change-roles': {
    es: (p) => `Dar a ${p.subject} estos roles: ${sayGrants(grants(p), 'es')}`,
    en: (p) => `Give ${p.subject} these roles: ${sayGrants(grants(p), 'en')}`,
  },
  'disable-person': { es: (p) => `Deshabilitar a ${p.subject}`, en: (p) => `Disable ${p.subject}` },
  'enable-person': { es: (p) => `Habilitar otra vez a ${p.subject}`, en: (p) => `Enable ${p.subject} again` },
  'clear-second-factor': {
    es: (p) => `Quitar el segundo paso de ${p.subject}`,
    en: (p) => `Clear the second factor of ${p.subject}`,
  },
  'give-token': {
    es: (p) =>
      `Dar a ${p.subject} la llave de importación «${p.payload['name']}» por ${p.payload['days']} días`,
    en: (p) => `Give ${p.subject} the import token “${p.payload['name']}” for ${p.payload['days']} days`,
  },
  'make-exception': {
    es: (p) => `No exigir hasta el ${date(p, 'es')}: ${rules(p, 'es')}`,
    en: (p) => `Not ask until ${date(p, 'en')}: ${rules(p, 'en')}`,
  },
  'change-setting': {
    es: (p) =>
      p.subject === 'mail'
        ? sayMail(p, 'es')
        : p.payload['value'] === null
          ? `Quitar el ajuste «${p.subject}»`
          : `Cambiar el ajuste «${p.subject}»`,
    en: (p) =>
      p.subject === 'mail'
        ? sayMail(p, 'en')
        : p.payload['value'] === null
          ? `Remove the setting “${p.subject}”`
          : `Change the setting “${p.subject}”`,
  },
  'undo-import': {
    es: (p) => `Deshacer la importación ${p.subject}`,
    en: (p) => `Undo the import ${p.subject}`,
  },
  'change-indicator': {
    es: (p) =>
      p.payload['fresh'] === true
        ? `Crear el indicador «${named(p, 'es')}»${sayNew(p, 'es')}`
        : `Cambiar el indicador «${named(p, 'es')}»${sayFrom(p, 'es')}${sayChanges(p, 'es')}`,
    en: (p) =>
      p.payload['fresh'] === true
        ? `Make the indicator “${named(p, 'en')}”${sayNew(p, 'en')}`
        : `Change the indicator “${named(p, 'en')}”${sayFrom(p, 'en')}${sayChanges(p, 'en')}`,
  },
  'change-standard': {
    es: (p) => `Cambiar el estándar de «${named(p, 'es')}»${sayFrom(p, 'es')}${sayChanges(p, 'es')}`,
    en: (p) => `Change the standard of “${named(p, 'en')}”${sayFrom(p, 'en')}${sayChanges(p, 'en')}`,
  },
  'annotate-point': {
    es: (p) =>
      `Anotar la causa de ${period(p, 'es')} en «${named(p, 'es')}»${part(p)}${p.payload['excluded'] === true ? ', sin que ese punto fije límites' : ''}`,
    en: (p) =>
      `Note the cause of ${period(p, 'en')} in “${named(p, 'en')}”${part(p)}${p.payload['excluded'] === true ? ', without that point setting limits' : ''}`,
  },
  'reset-baseline': {
    es: (p) => `Tomar los límites habituales de «${named(p, 'es')}»${part(p)} desde ${period(p, 'es')}`,
    en: (p) => `Take the usual limits of “${named(p, 'en')}”${part(p)} from ${period(p, 'en')}`,
  },
  'move-due-date': {
    es: (p) =>
      `Mover la fecha de «${p.payload['text']}» del ${printDate(String(p.payload['from']), 'es')} al ${printDate(String(p.payload['due_date']), 'es')}`,
    en: (p) =>
      `Move the date of “${p.payload['text']}” from ${printDate(String(p.payload['from']), 'en')} to ${printDate(String(p.payload['due_date']), 'en')}`,
  },
  'exclude-rows': {
    es: (p) => `Dejar ${count(p)} ${count(p) === 1 ? 'fila' : 'filas'} fuera de ${period(p, 'es')}`,
    en: (p) => `Leave ${count(p)} ${count(p) === 1 ? 'row' : 'rows'} out of ${period(p, 'en')}`,
  },
  'close-period': {
    es: (p) => `Cerrar ${period(p, 'es')}`,
    en: (p) => `Close ${period(p, 'en')}`,
  },
  'restate-period': {
    es: (p) => `Rectificar ${period(p, 'es')}, que ya está cerrado`,
    en: (p) => `Restate ${period(p, 'en')}, which is closed`,
  },
};

/** What a proposal would change: «Dar a Luis Paz estos roles: Supervisión (Norte)». */
export function sayProposal(proposed: Proposed, language: Language): string {
  return SAYINGS[proposed.kind][language](proposed);
}

/** The line that every report prints while rules are relaxed. */
export function sayException(
  exception: {
    readonly rules: readonly string[];
    readonly reason: string;
    readonly from: string;
    readonly until: string;
    readonly signed_by: string;
    readonly approved_by: string | null;
  },
  language: Language,
): string {
  const { reason, signed_by, approved_by } = exception;
  const from = printDate(exception.from, language);
  const until = printDate(exception.until, language);
  const told = exception.rules.map((rule) => `${nameRule(rule, language)} (${rule})`).join('; ');
  const why = reason.replace(/[.\s]+$/, '');
  if (language === 'es') {
    const approval = approved_by === null ? 'sin nadie más que la apruebe' : `aprobada por ${approved_by}`;
    return `Excepción a la separación de funciones, del ${from} al ${until}. No se exige: ${told}. Motivo: ${why}. Firmada por ${signed_by}, ${approval}.`;
  }
  const approval = approved_by === null ? 'with nobody else to approve it' : `approved by ${approved_by}`;
  return `Exception to segregation of duties, from ${from} to ${until}. Not asked: ${told}. Reason: ${why}. Signed by ${signed_by}, ${approval}.`;
}
