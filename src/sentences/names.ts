import type { Language, LocalText, Permission, Role } from '../kernel/index.ts';

interface RoleWords {
  readonly name: LocalText;
  readonly about: LocalText;
}

const ROLES: Readonly<Record<Role, RoleWords>> = {
  administrator: {
    name: { es: 'Administración', en: 'Administrator' },
    about: {
      es: 'Crea personas, da roles y cuida el sistema. No ve ni toca los datos del negocio.',
      en: 'Makes people, gives roles and looks after the system. Neither sees nor touches business data.',
    },
  },
  analyst: {
    name: { es: 'Analista de calidad', en: 'Quality analyst' },
    about: {
      es: 'Carga los datos del mes, corrige filas, define indicadores y escribe el informe.',
      en: 'Loads the month, corrects rows, defines indicators and writes the report.',
    },
  },
  'process-owner': {
    name: { es: 'Dueño de proceso', en: 'Process owner' },
    about: {
      es: 'Responde por sus procesos y aprueba lo que el analista propone sobre ellos.',
      en: 'Answers for their processes and approves what the analyst proposes about them.',
    },
  },
  supervisor: {
    name: { es: 'Supervisión', en: 'Supervisor' },
    about: {
      es: 'Ve y carga lo de sus agencias, y a las personas que atienden en ellas.',
      en: 'Sees and loads what is of their branches, and the people who serve there.',
    },
  },
  management: {
    name: { es: 'Gerencia', en: 'Management' },
    about: {
      es: 'Ve todos los resultados y aprueba estándares, personas con poder y excepciones.',
      en: 'Sees all results and approves standards, people with power and exceptions.',
    },
  },
  auditor: {
    name: { es: 'Auditoría', en: 'Auditor' },
    about: {
      es: 'Ve todo, comprueba y abre hallazgos. No cambia nada más.',
      en: 'Sees everything, checks and opens findings. Changes nothing else.',
    },
  },
  executive: {
    name: { es: 'Ejecutivo', en: 'Executive' },
    about: { es: 'Ve sus propios resultados.', en: 'Sees their own results.' },
  },
  technician: {
    name: { es: 'Técnico de operaciones', en: 'Operations technician' },
    about: { es: 'Ve sus propios resultados.', en: 'Sees their own results.' },
  },
  reviewer: {
    name: { es: 'Revisión externa', en: 'External reviewer' },
    about: {
      es: 'Ve resultados e informes hasta una fecha. No cambia nada.',
      en: 'Sees results and reports until a date. Changes nothing.',
    },
  },
};

const PERMISSIONS: Readonly<Record<Permission, LocalText>> = {
  'see-indicators': { es: 'Ver indicadores', en: 'See indicators' },
  'see-rows': {
    es: 'Ver las filas detrás de una cifra, con identidad protegida',
    en: 'See the rows behind a figure, identity protected',
  },
  'reveal-identity': {
    es: 'Ver la identidad detrás de un código, diciendo por qué',
    en: 'See the identity behind a code, saying why',
  },
  'see-sql': { es: 'Ver el SQL de un indicador', en: 'See the SQL of an indicator' },
  'see-people-figures': { es: 'Ver resultados por persona', en: 'See results by person' },
  'export-aggregates': { es: 'Llevarse resultados', en: 'Take results out' },
  'export-rows': { es: 'Llevarse filas, con identidad protegida', en: 'Take rows out, identity protected' },
  'see-data': { es: 'Ver qué se importó', en: 'See what was imported' },
  'load-data': { es: 'Importar datos', en: 'Import data' },
  'correct-rows': { es: 'Corregir filas', en: 'Correct rows' },
  'propose-undo': { es: 'Pedir que se deshaga una importación', en: 'Ask that an import be undone' },
  'approve-undo': { es: 'Aprobar que se deshaga una importación', en: 'Approve that an import be undone' },
  'merge-spellings': { es: 'Unir nombres escritos de dos maneras', en: 'Merge names written in two ways' },
  'plan-agenda': {
    es: 'Decir qué archivo llega de quién y cuándo',
    en: 'Say which file comes from whom and when',
  },
  'define-indicator': { es: 'Definir indicadores', en: 'Define indicators' },
  'approve-indicator': { es: 'Aprobar cambios de un indicador', en: 'Approve changes of an indicator' },
  'propose-standard': { es: 'Proponer un estándar', en: 'Propose a standard' },
  'approve-standard': { es: 'Aprobar un estándar', en: 'Approve a standard' },
  'see-definitions': {
    es: 'Ver fichas técnicas y su historia',
    en: 'See technical sheets and their history',
  },
  'write-report': { es: 'Escribir el informe', en: 'Write the report' },
  'read-report': { es: 'Leer el informe', en: 'Read the report' },
  'see-directory': {
    es: 'Ver agencias, personal, horarios y calendarios',
    en: 'See branches, staff, schedules and calendars',
  },
  'edit-directory': {
    es: 'Cambiar agencias, personal, horarios y ausencias',
    en: 'Change branches, staff, schedules and absences',
  },
  'edit-settings': { es: 'Proponer ajustes de seguridad', en: 'Propose security settings' },
  'approve-settings': { es: 'Aprobar ajustes de seguridad', en: 'Approve security settings' },
  'propose-exception': {
    es: 'Proponer una excepción a la separación de funciones',
    en: 'Propose an exception to segregation of duties',
  },
  'approve-exception': { es: 'Aprobar una excepción', en: 'Approve an exception' },
  'see-exceptions': { es: 'Ver las excepciones', en: 'See the exceptions' },
  'see-people': { es: 'Ver las personas y sus roles', en: 'See people and their roles' },
  'propose-person': { es: 'Proponer personas y roles', en: 'Propose people and roles' },
  'approve-person': { es: 'Aprobar personas y roles', en: 'Approve people and roles' },
  'see-sessions': { es: 'Ver sesiones abiertas de otros', en: 'See others’ open sessions' },
  'end-sessions': { es: 'Terminar sesiones de otros', en: 'End others’ sessions' },
  'see-tokens': { es: 'Ver las llaves de importación', en: 'See import tokens' },
  'propose-token': { es: 'Proponer y terminar llaves de importación', en: 'Propose and end import tokens' },
  'approve-token': { es: 'Aprobar llaves de importación', en: 'Approve import tokens' },
  'read-audit-trail': { es: 'Ver quién hizo qué', en: 'See who did what' },
  'see-cases': { es: 'Ver los casos', en: 'See the cases' },
  'work-cases': { es: 'Abrir y atender casos', en: 'Open and work cases' },
  'assign-cases': { es: 'Asignar casos a personas', en: 'Assign cases to people' },
  'run-batch': {
    es: 'Registrar cómo terminó un proceso nocturno',
    en: 'Register how a nightly batch ended',
  },
  'edit-process': {
    es: 'Cambiar la caracterización de un proceso',
    en: 'Change the characterisation of a process',
  },
  'see-logs': {
    es: 'Ver el registro de eventos contra el procedimiento',
    en: 'See the event log against the procedure',
  },
  'load-log': { es: 'Cargar un registro de eventos', en: 'Load an event log' },
  'propose-annotation': {
    es: 'Pedir que se anote la causa de un punto o se reinicien los límites habituales',
    en: 'Ask that the cause of a point be noted or the usual limits be reset',
  },
  'approve-annotation': {
    es: 'Aprobar la causa de un punto o nuevos límites habituales',
    en: 'Approve the cause of a point or new usual limits',
  },
  'plan-alerts': { es: 'Decir de qué se avisa y a quién', en: 'Say what is told and to whom' },
  'see-improvements': { es: 'Ver mejoras', en: 'See improvements' },
  'open-improvement': { es: 'Abrir una mejora', en: 'Open an improvement' },
  'work-improvement': {
    es: 'Llevar una mejora por sus etapas',
    en: 'Take an improvement through its stages',
  },
  'carry-out-action': {
    es: 'Cumplir una acción y adjuntar evidencia',
    en: 'Carry out an action and attach evidence',
  },
  'decide-improvement': { es: 'Decidir una mejora', en: 'Decide an improvement' },
  'propose-due-move': {
    es: 'Pedir que se mueva la fecha de una acción',
    en: 'Ask that the date of an action be moved',
  },
  'approve-due-move': {
    es: 'Aprobar que se mueva la fecha de una acción',
    en: 'Approve that the date of an action be moved',
  },
  'verify-improvement': {
    es: 'Comprobar el resultado de una mejora y cerrarla',
    en: 'Verify the result of an improvement and close it',
  },
  'reopen-improvement': { es: 'Volver a abrir una mejora', en: 'Reopen an improvement' },
  'hold-committee': {
    es: 'Llevar la sesión del comité y su acta',
    en: 'Hold the session of the committee and its minutes',
  },
  'review-loop': { es: 'Revisar cómo funciona el circuito', en: 'Review how the loop works' },
  'contest-rows': { es: 'Objetar filas antes de cerrar el mes', en: 'Contest rows before a month is closed' },
  'propose-exclusion': {
    es: 'Pedir que se dejen filas fuera de un mes',
    en: 'Ask that rows be left out of a month',
  },
  'approve-exclusion': {
    es: 'Aprobar que se dejen filas fuera de un mes',
    en: 'Approve that rows be left out of a month',
  },
  'propose-closing': {
    es: 'Pedir que se cierre un mes o se rectifique',
    en: 'Ask that a month be closed or restated',
  },
  'approve-closing': {
    es: 'Aprobar el cierre de un mes o su rectificación',
    en: 'Approve the closing of a month or its restatement',
  },
  'see-closings': { es: 'Ver meses cerrados', en: 'See closed months' },
  'see-workshops': { es: 'Ver talleres', en: 'See workshops' },
  'hold-workshop': { es: 'Organizar talleres y anotar asistencia', en: 'Hold workshops and record who came' },
  'verify-chain': {
    es: 'Comprobar que nada se cambió por detrás',
    en: 'Check that nothing changed behind the scenes',
  },
  'see-findings': { es: 'Ver hallazgos', en: 'See findings' },
  'open-finding': { es: 'Abrir hallazgos', en: 'Open findings' },
  'answer-finding': { es: 'Responder hallazgos', en: 'Answer findings' },
  'close-finding': { es: 'Cerrar hallazgos', en: 'Close findings' },
  'see-readings': { es: 'Ver quién leyó cada resultado', en: 'See who read each result' },
  'make-backup': { es: 'Hacer una copia de respaldo', en: 'Make a backup' },
  'restore-backup': { es: 'Restaurar una copia de respaldo', en: 'Restore a backup' },
};

/** Name of a role. */
export function nameRole(role: Role, language: Language): string {
  return ROLES[role].name[language];
}

/** What a role is for, in one or two sentences. */
export function aboutRole(role: Role, language: Language): string {
  return ROLES[role].about[language];
}

/** What a permission lets do, as a verb. */
export function namePermission(permission: Permission, language: Language): string {
  return PERMISSIONS[permission][language];
}

const RULES: Readonly<Record<string, LocalText>> = {
  'S-1': {
    es: 'quien puso el estándar no cierra la acción que se mide con él',
    en: 'whoever set the standard does not close the action measured by it',
  },
  'S-2': {
    es: 'el responsable de una acción no la cierra ni mueve su fecha',
    en: 'whoever carries out an action neither closes it nor moves its date',
  },
  'S-3': { es: 'el autor de una acción no la comprueba', en: 'the author of an action does not verify it' },
  'S-4': {
    es: 'quien entrega la evidencia no la acepta',
    en: 'whoever supplies the evidence does not accept it',
  },
  'S-5': { es: 'quien propone no aprueba', en: 'whoever proposes does not approve' },
  'S-6': {
    es: 'quien administra no tiene otro rol en el negocio',
    en: 'whoever administers has no business role',
  },
};

/** What a rule of segregation asks, in words; the rule's number where it has none. */
export function nameRule(rule: string, language: Language): string {
  return RULES[rule]?.[language] ?? rule;
}

const RESULTS: Readonly<Record<string, LocalText>> = {
  inicio: { es: 'Inicio', en: 'Home' },
  informe: { es: 'Informe del mes', en: 'Report of the month' },
};

/** A result that is read and is no indicator, as people call it; undefined for an indicator. */
export function nameResult(subject: string, language: Language): string | undefined {
  return RESULTS[subject]?.[language];
}
