import type { Language, LocalText } from '../kernel/index.ts';
import { ALERT_DEEDS } from './alert-deeds.ts';
import { because, deed, type DeedParams, type DeedWords } from './deed-words.ts';
import { COMMITTEE_DEEDS } from './committee-deeds.ts';
import { IMPROVEMENT_DEEDS } from './improvement-deeds.ts';
import { printCount } from './print-count.ts';
import { printDate } from './print-date.ts';
import { printNumber } from './print-number.ts';
import { printPeriod } from './print-period.ts';
import { endSentence } from './sentence-case.ts';
import { WORKSHOP_DEEDS } from './workshop-deeds.ts';

const rowsEs = (n: unknown) => printCount(Number(n), ['fila', 'filas'], 'es');
const rowsEn = (n: unknown) => printCount(Number(n), ['row', 'rows'], 'en');
const casesEs = (n: unknown) => printCount(Number(n), ['caso', 'casos'], 'es');
const casesEn = (n: unknown) => printCount(Number(n), ['case', 'cases'], 'en');

const KEPT: Readonly<Record<string, LocalText>> = {
  'figures-seen': {
    es: 'dejó anotado hasta dónde se leyeron las cifras',
    en: 'left noted up to where figures were read',
  },
  agenda: { es: 'cambió la agenda de archivos', en: 'changed the agenda of files' },
  'reject-percent': {
    es: 'cambió cuántas filas por corregir se aceptan sin motivo',
    en: 'changed how many rows to correct are accepted without a reason',
  },
  'hidden-mappings': {
    es: 'cambió qué equivalencias de columnas se ofrecen',
    en: 'changed which column mappings are offered',
  },
  'demo-loaded': { es: 'cargó los datos de la demostración', en: 'loaded the data of the demo' },
  mail: {
    es: 'cambió el servidor de correo por el que salen los avisos',
    en: 'changed the mail server by which alerts go out',
  },
  digest: {
    es: 'cambió a qué hora y qué días sale el resumen del día',
    en: 'changed at what hour and on which days the digest goes out',
  },
  'alerts-off': {
    es: 'cambió qué avisos de siempre están apagados',
    en: 'changed which standing alerts are off',
  },
  'sign-in-provider': {
    es: 'cambió el proveedor de identidad para entrar',
    en: 'changed the identity provider to sign in with',
  },
};

/** A sheet that was written here, or taken out of use, with its reason and who approved it. */
function saySheet(p: DeedParams, of: unknown, language: Language): string {
  const { proposed_by, approved_by, version, retired } = p;
  if (language === 'es') {
    const why = because(p, 'motivo');
    if (retired) return `dejó de medir «${of}»${why}`;
    return approved_by
      ? `puso en vigor el cambio de la ficha de «${of}» (versión ${version}) que propuso ${proposed_by} y aprobó ${approved_by}${why}`
      : version === 1
        ? `creó el indicador «${of}»${why}`
        : `cambió la ficha de «${of}» (versión ${version})${why}`;
  }
  const why = because(p, 'reason');
  if (retired) return `stopped measuring “${of}”${why}`;
  return approved_by
    ? `put in force the change of the sheet of “${of}” (version ${version}) that ${proposed_by} proposed and ${approved_by} approved${why}`
    : version === 1
      ? `created the indicator “${of}”${why}`
      : `changed the sheet of “${of}” (version ${version})${why}`;
}

/** An import by what became of its rows; one that brings rows back corrected says of which file they are. */
function sayImport(p: DeedParams, language: Language): string {
  const { file, rows, entered, waiting, repeated, corrected, of } = p;
  const n = (value: unknown, es: string, en: string) =>
    Number(value ?? 0) > 0 ? [`${printNumber(Number(value), language)} ${language === 'es' ? es : en}`] : [];
  const became = [
    ...n(entered, Number(entered) === 1 ? 'entró' : 'entraron', 'entered'),
    ...n(
      waiting,
      Number(waiting) === 1 ? 'quedó por corregir' : 'quedaron por corregir',
      'wait to be corrected',
    ),
    ...n(repeated, Number(repeated) === 1 ? 'repetida' : 'repetidas', 'repeated'),
  ].join(', ');
  const tail = became === '' ? '' : `: ${became}`;
  if (language === 'es')
    return Number(corrected) > 0
      ? `corrigió a mano ${rowsEs(corrected)} de ${of} (${file}${tail})`
      : `importó ${file} (${rowsEs(rows)}${tail})`;
  return Number(corrected) > 0
    ? `corrected by hand ${rowsEn(corrected)} of ${of} (${file}${tail})`
    : `imported ${file} (${rowsEn(rows)}${tail})`;
}

/** What the program keeps by itself has words of its own; anything else is told by its name. */
function saySetting(p: DeedParams, language: Language): string {
  const key = String(p['key'] ?? '');
  const kind = key.slice(0, key.indexOf('/'));
  const of = p['name'] ?? key.slice(key.indexOf('/') + 1);
  const es = language === 'es';
  if (kind === 'sheet') return saySheet(p, of, language);
  if (kind === 'figures')
    return es
      ? `dejó anotadas las cifras de ${printPeriod(String(of), 'es')}`
      : `left the figures of ${printPeriod(String(of), 'en')} noted`;
  if (kind === 'definition')
    return es ? `dejó anotada la versión de la ficha «${of}»` : `left the version of the sheet “${of}” noted`;
  if (kind === 'confirmed')
    return es
      ? `confirmó el estándar y el responsable de «${of}», que vinieron con el programa`
      : `confirmed the standard and the responsible of “${of}”, which came with the program`;
  if (kind === 'alert-mail')
    return es
      ? 'cambió a qué correo recibe sus avisos'
      : 'changed at which address they receive their alerts';
  if (kind === 'paper') return es ? `dejó anotado el papel ${of}` : `left the paper ${of} noted`;
  if (KEPT[key]) return KEPT[key][language];
  return es ? 'cambió un ajuste' : 'changed a setting';
}

const DEEDS: Readonly<Record<string, DeedWords>> = {
  schema: deed(
    'Preparación del registro',
    'Ledger prepared',
    (p) => `preparó el registro (versión ${p['version']})`,
    (p) => `prepared the ledger (version ${p['version']})`,
  ),
  accepted: deed(
    'Registro aceptado como estaba',
    'Ledger accepted as found',
    (p) => `aceptó el registro como estaba${because(p, 'motivo')}`,
    (p) => `accepted the ledger as it was found${because(p, 'reason')}`,
  ),
  import: deed(
    'Importación',
    'Import',
    (p) => sayImport(p, 'es'),
    (p) => sayImport(p, 'en'),
  ),
  undo: deed(
    'Importación deshecha',
    'Import undone',
    (p) => `deshizo la importación de ${p['file']}${because(p, 'motivo')}`,
    (p) => `undid the import of ${p['file']}${because(p, 'reason')}`,
  ),
  corrected: deed(
    'Filas corregidas',
    'Rows corrected',
    (p) => `marcó como corregidas ${rowsEs(p['rows'])}`,
    (p) => `marked ${rowsEn(p['rows'])} as corrected`,
  ),
  merge: deed(
    'Unión de nombres',
    'Names merged',
    (p) => `hizo que «${p['from']}» se lea como «${p['to']}»`,
    (p) => `made “${p['from']}” read as “${p['to']}”`,
  ),
  unmerge: deed(
    'Unión deshecha',
    'Merge undone',
    (p) => `deshizo que «${p['from']}» se leyera como «${p['to']}»`,
    (p) => `undid that “${p['from']}” read as “${p['to']}”`,
  ),
  mapping: deed(
    'Equivalencia de columnas',
    'Column mapping',
    (p) => `guardó la equivalencia de columnas «${p['name']}» (versión ${p['version']})`,
    (p) => `saved the column mapping “${p['name']}” (version ${p['version']})`,
  ),
  setting: deed(
    'Ajuste',
    'Setting',
    (p) => saySetting(p, 'es'),
    (p) => saySetting(p, 'en'),
  ),
  started: deed(
    'Primera vez',
    'First run',
    (p) =>
      `empezó la institución «${p['institution']}» con ${p['people'] === 1 ? 'una persona' : `${p['people']} personas`}`,
    (p) =>
      `began the institution “${p['institution']}” with ${p['people'] === 1 ? 'one person' : `${p['people']} people`}`,
  ),
  'signed-in': deed(
    'Entrada',
    'Sign-in',
    (p) => `entró desde ${p['ip']}`,
    (p) => `signed in from ${p['ip']}`,
  ),
  'signed-out': deed(
    'Salida',
    'Sign-out',
    () => 'salió',
    () => 'signed out',
  ),
  'session-ended': deed(
    'Sesión terminada',
    'Session ended',
    (p) => `terminó sesiones de ${p['person']}`,
    (p) => `ended sessions of ${p['person']}`,
  ),
  'sign-in-throttled': deed(
    'Demasiados intentos',
    'Too many attempts',
    (p) => `dejó de aceptar intentos de «${p['login']}» desde ${p['ip']} por un rato`,
    (p) => `stopped taking attempts of “${p['login']}” from ${p['ip']} for a while`,
  ),
  'password-changed': deed(
    'Cambio de contraseña',
    'Password changed',
    () => 'cambió su contraseña',
    () => 'changed their password',
  ),
  'second-factor-enrolled': deed(
    'Segundo paso puesto',
    'Second factor enrolled',
    () => 'puso su segundo paso',
    () => 'enrolled their second factor',
  ),
  'second-factor-removed': deed(
    'Segundo paso quitado',
    'Second factor removed',
    () => 'quitó su segundo paso',
    () => 'removed their second factor',
  ),
  'backup-codes-renewed': deed(
    'Códigos de respaldo nuevos',
    'New backup codes',
    () => 'hizo códigos de respaldo nuevos; los anteriores dejaron de servir',
    () => 'made new backup codes; those before no longer work',
  ),
  'backup-code-used': deed(
    'Código de respaldo usado',
    'Backup code used',
    () => 'usó un código de respaldo en lugar del teléfono',
    () => 'used a backup code in place of the telephone',
  ),
  'access-reset': deed(
    'Acceso restablecido',
    'Access reset',
    (p) => `restableció el acceso de ${p['person']} en el equipo: quitó su segundo paso y le dio un código`,
    (p) => `reset the access of ${p['person']} on the machine: cleared the second step and gave a code`,
  ),
  'recovery-issued': deed(
    'Código de recuperación dado',
    'Recovery code given',
    (p) => `dio a ${p['person']} un código para poner contraseña`,
    (p) => `gave ${p['person']} a code to set a password`,
  ),
  'recovery-used': deed(
    'Código de recuperación usado',
    'Recovery code used',
    () => 'puso una contraseña nueva con un código',
    () => 'set a new password with a code',
  ),
  'language-changed': deed(
    'Idioma',
    'Language',
    () => 'cambió su idioma',
    () => 'changed their language',
  ),
  proposed: deed(
    'Propuesta',
    'Proposal',
    (p) => `propuso: ${p['what']}`,
    (p) => `proposed: ${p['what']}`,
  ),
  'decided-alone': deed(
    'Hecho por excepción',
    'Done under an exception',
    (p) => `propuso e hizo, por excepción y sin nadie más que decida: ${p['what']}`,
    (p) => `proposed and did, under an exception and with nobody else to decide: ${p['what']}`,
  ),
  approved: deed(
    'Aprobación',
    'Approval',
    (p) => `aprobó: ${p['what']}`,
    (p) => `approved: ${p['what']}`,
  ),
  rejected: deed(
    'Rechazo',
    'Rejection',
    (p) => `rechazó: ${p['what']}`,
    (p) => `rejected: ${p['what']}`,
  ),
  withdrawn: deed(
    'Propuesta retirada',
    'Proposal withdrawn',
    (p) => `retiró su propuesta: ${p['what']}`,
    (p) => `withdrew their proposal: ${p['what']}`,
  ),
  'token-collected': deed(
    'Llave recogida',
    'Token taken',
    (p) => `recogió su llave de importación «${p['name']}»`,
    (p) => `took their import token “${p['name']}”`,
  ),
  'token-ended': deed(
    'Llave terminada',
    'Token ended',
    (p) => `terminó la llave de importación «${p['name']}»`,
    (p) => `ended the import token “${p['name']}”`,
  ),
  'exception-ended': deed(
    'Excepción terminada',
    'Exception ended',
    (p) => `terminó la excepción ${p['id']}`,
    (p) => `ended exception ${p['id']}`,
  ),
  'period-closed': deed(
    'Mes cerrado',
    'Month closed',
    (p) => `cerró ${printPeriod(String(p['period']), 'es')}`,
    (p) => `closed ${printPeriod(String(p['period']), 'en')}`,
  ),
  'period-restated': deed(
    'Mes rectificado',
    'Month restated',
    (p) =>
      `rectificó ${printPeriod(String(p['period']), 'es')} (versión ${p['version']})${because(p, 'causa')}`,
    (p) =>
      `restated ${printPeriod(String(p['period']), 'en')} (version ${p['version']})${because(p, 'cause')}`,
  ),
  'rows-contested': deed(
    'Filas objetadas',
    'Rows contested',
    (p) => `objetó ${rowsEs(p['rows'])} de ${printPeriod(String(p['period']), 'es')}${because(p, 'motivo')}`,
    (p) =>
      `contested ${rowsEn(p['rows'])} of ${printPeriod(String(p['period']), 'en')}${because(p, 'reason')}`,
  ),
  'contest-answered': deed(
    'Objeción respondida',
    'Contest answered',
    (p) =>
      `${p['state'] === 'withdrawn' ? 'retiró' : 'rechazó'} la objeción ${p['id']} de ${printPeriod(String(p['period']), 'es')}`,
    (p) =>
      `${p['state'] === 'withdrawn' ? 'took back' : 'turned down'} contest ${p['id']} of ${printPeriod(String(p['period']), 'en')}`,
  ),
  'finding-opened': deed(
    'Hallazgo abierto',
    'Finding opened',
    (p) => `abrió el hallazgo ${p['id']} sobre «${p['subject']}»`,
    (p) => `opened finding ${p['id']} about “${p['subject']}”`,
  ),
  'finding-answered': deed(
    'Hallazgo respondido',
    'Finding answered',
    (p) => `respondió al hallazgo ${p['id']}`,
    (p) => `answered finding ${p['id']}`,
  ),
  'finding-closed': deed(
    'Hallazgo cerrado',
    'Finding closed',
    (p) => `cerró el hallazgo ${p['id']}`,
    (p) => `closed finding ${p['id']}`,
  ),
  'log-added': deed(
    'Registro de eventos',
    'Event log',
    (p) => `guardó el registro de eventos «${p['name']}» (${p['file']})`,
    (p) => `kept the event log “${p['name']}” (${p['file']})`,
  ),
  'log-changed': deed(
    'Registro de eventos cambiado',
    'Event log changed',
    (p) => `cambió con qué se compara el registro de eventos «${p['name']}»`,
    (p) => `changed what the event log “${p['name']}” is held against`,
  ),
  'log-removed': deed(
    'Registro de eventos quitado',
    'Event log taken out',
    (p) => `quitó el registro de eventos «${p['name']}»`,
    (p) => `took out the event log “${p['name']}”`,
  ),
  'signal-seen': deed(
    'Señal vista',
    'Signal seen',
    (p) => `dejó dicho que ya vio la señal de «${p['name_es']}»`,
    (p) => `said that the signal of “${p['name_en']}” was seen`,
  ),
  ...ALERT_DEEDS,
  read: deed(
    'Lectura',
    'Reading',
    (p) => `leyó «${p['subject']}» de ${p['period']}`,
    (p) => `read “${p['subject']}” of ${p['period']}`,
  ),
  revealed: deed(
    'Identidad vista',
    'Identity seen',
    (p) =>
      p['case']
        ? `vio de quién es el caso ${p['case']}, que atiende como analista`
        : `vio la identidad detrás de la fila ${p['key']}${because(p, 'motivo')}`,
    (p) =>
      p['case']
        ? `saw whose case ${p['case']} is, worked as an analyst`
        : `saw the identity behind row ${p['key']}${because(p, 'reason')}`,
  ),
  exported: deed(
    'Salida de datos',
    'Export',
    (p) => `se llevó ${p['file'] ? `el archivo original ${p['file']}` : p['what']}${because(p, 'motivo')}`,
    (p) => `took out ${p['file'] ? `the original file ${p['file']}` : p['what']}${because(p, 'reason')}`,
  ),
  printed: deed(
    'Impresión',
    'Printing',
    (p) => `imprimió ${p['what']}`,
    (p) => `printed ${p['what']}`,
  ),
  'content-changed': deed(
    'Cambio de contenido',
    'Content changed',
    (p) =>
      p['added']
        ? `añadió el proceso «${p['added']}»`
        : p['hours']
          ? `cambió las horas de atención de «${p['hours']}» desde el ${printDate(String(p['from']), 'es')}`
          : p['process']
            ? `escribió una versión nueva de lo que es «${p['process']}», desde el ${printDate(String(p['from']), 'es')}, en ${p['file']}`
            : p['deadline_es']
              ? `${p['deadline_act'] === 'confirmed' ? 'anotó la confirmación del' : 'escribió el'} plazo «${p['deadline_es']}», que rige desde el ${printDate(String(p['from']), 'es')}; lo confirmó ${p['confirmed_by']}`
              : `cambió el archivo ${p['file']}`,
    (p) =>
      p['added']
        ? `added the process “${p['added']}”`
        : p['hours']
          ? `changed the opening hours of “${p['hours']}” from ${printDate(String(p['from']), 'en')}`
          : p['process']
            ? `wrote a new version of what “${p['process']}” is, from ${printDate(String(p['from']), 'en')}, in ${p['file']}`
            : p['deadline_en']
              ? `${p['deadline_act'] === 'confirmed' ? 'noted the confirmation of' : 'wrote'} the deadline “${p['deadline_en']}”, which holds from ${printDate(String(p['from']), 'en')}; ${p['confirmed_by']} confirmed it`
              : `changed the file ${p['file']}`,
  ),
  rebuilt: deed(
    'Hechos rehechos',
    'Facts rebuilt',
    () => 'volvió a hacer los hechos',
    () => 'made the facts anew',
  ),
  verified: deed(
    'Comprobación',
    'Check',
    (p) => `comprobó la cadena${p['sound'] === 1 ? ': está íntegra' : ': hay algo cambiado'}`,
    (p) => `checked the chain${p['sound'] === 1 ? ': it is sound' : ': something was changed'}`,
  ),
  'case-opened': deed(
    'Caso abierto',
    'Case opened',
    (p) => `abrió el caso ${p['number']}`,
    (p) => `opened case ${p['number']}`,
  ),
  'case-acted': deed(
    'Acto en un caso',
    'Act on a case',
    (p) => `hizo «${p['what_es']}» en el caso ${p['number']}`,
    (p) => `did “${p['what_en']}” on case ${p['number']}`,
  ),
  'case-assigned': deed(
    'Casos asignados',
    'Cases given',
    (p) =>
      p['to']
        ? `asignó ${casesEs(p['cases'])} a ${p['to']}`
        : `dejó ${casesEs(p['cases'])} sin nadie a cargo`,
    (p) =>
      p['to'] ? `gave ${casesEn(p['cases'])} to ${p['to']}` : `left ${casesEn(p['cases'])} with nobody`,
  ),
  'case-noted': deed(
    'Nota en un caso',
    'Note on a case',
    (p) => `anotó algo en el caso ${p['number']}`,
    (p) => `noted something on case ${p['number']}`,
  ),
  'case-batch': deed(
    'Proceso nocturno',
    'Nightly batch',
    (p) => `registró cómo terminó «${p['what_es']}» (${casesEs(p['cases'])})`,
    (p) => `registered how “${p['what_en']}” ended (${casesEn(p['cases'])})`,
  ),
  'case-settled': deed(
    'Plazo fijado de nuevo',
    'Deadline settled again',
    (p) => `fijó el plazo de ${casesEs(p['cases'])} por las reglas vigentes`,
    (p) => `settled the deadline of ${casesEn(p['cases'])} by the rules in force`,
  ),
  'case-replied': deed(
    'Respuesta del cliente',
    'Client’s reply',
    (p) => `recibió lo que escribió el cliente del caso ${p['number']}`,
    (p) => `took what the client of case ${p['number']} wrote`,
  ),
  'case-rated': deed(
    'Atención calificada',
    'Handling rated',
    (p) => `recibió la calificación del cliente del caso ${p['number']}`,
    (p) => `took the rating of the client of case ${p['number']}`,
  ),
  ...IMPROVEMENT_DEEDS,
  ...WORKSHOP_DEEDS,
  ...COMMITTEE_DEEDS,
  'backed-up': deed(
    'Copia de respaldo',
    'Backup',
    () => 'hizo una copia de respaldo',
    () => 'made a backup',
  ),
};

/** Name of a kind of link of the chain; the kind itself where it has no name yet. */
export function nameDeed(kind: string, language: Language): string {
  return DEEDS[kind]?.name[language] ?? kind;
}

/** Every kind of link there are words for. */
export const DEED_KINDS: readonly string[] = Object.keys(DEEDS);

/** What somebody did: «Ana Pérez importó requests-junio.csv (1.204 filas).» */
export function sayDeed(who: string, kind: string, params: DeedParams, language: Language): string {
  const words = DEEDS[kind];
  return endSentence(words === undefined ? `${who}: ${kind}` : `${who} ${words[language](params)}`);
}
