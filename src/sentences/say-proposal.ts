import type { Language, LocalText, ProposalKind, Role } from '../kernel/index.ts';
import { nameRole, nameRule } from './names.ts';
import { printDate } from './print-date.ts';

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
      p.payload['value'] === null ? `Quitar el ajuste «${p.subject}»` : `Cambiar el ajuste «${p.subject}»`,
    en: (p) =>
      p.payload['value'] === null ? `Remove the setting “${p.subject}”` : `Change the setting “${p.subject}”`,
  },
  'undo-import': {
    es: (p) => `Deshacer la importación ${p.subject}`,
    en: (p) => `Undo the import ${p.subject}`,
  },
  'change-indicator': {
    es: (p) => `Cambiar el indicador «${named(p, 'es')}»${sayChanges(p, 'es')}`,
    en: (p) => `Change the indicator “${named(p, 'en')}”${sayChanges(p, 'en')}`,
  },
  'change-standard': {
    es: (p) => `Cambiar el estándar de «${named(p, 'es')}»${sayChanges(p, 'es')}`,
    en: (p) => `Change the standard of “${named(p, 'en')}”${sayChanges(p, 'en')}`,
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
