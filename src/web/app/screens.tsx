import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { LocalText, Permission } from '../../kernel/index.ts';
import type { IconName } from '../ui/icon.tsx';

/** An entry of the rail that holds several screens, which show one another as tabs above. */
export interface Section {
  readonly label: LocalText;
  readonly icon: IconName;
  /** Place in the rail. */
  readonly rail: number;
  /** How the paths of its screens begin. */
  readonly path: string;
}

/**
 * Places in the rail: Inicio 10, Procesos 20, Casos 30, Indicadores 40, Productividad 50,
 * Voz del cliente 60, Mejoras 70, Datos 80, Auditoría 90, Administración 100. What is not built has no line.
 */
export const SECTIONS = {
  processes: { label: { es: 'Procesos', en: 'Processes' }, icon: 'process', rail: 20, path: '/procesos' },
  cases: { label: { es: 'Casos', en: 'Cases' }, icon: 'cases', rail: 30, path: '/casos' },
  data: { label: { es: 'Datos', en: 'Data' }, icon: 'data', rail: 80, path: '/datos' },
  audit: { label: { es: 'Auditoría', en: 'Audit' }, icon: 'audit', rail: 90, path: '/auditoria' },
  administration: {
    label: { es: 'Administración', en: 'Administration' },
    icon: 'settings',
    rail: 100,
    path: '/administracion',
  },
} as const satisfies Readonly<Record<string, Section>>;

export interface Screen {
  /** `/indicadores/$id`: what begins with `$` is a parameter. */
  readonly path: string;
  /** May hold the institution's words: `{Agencies}`. */
  readonly label: LocalText;
  /** Its section, if it is one of several of an entry of the rail. */
  readonly section?: keyof typeof SECTIONS;
  /** Place in the rail, or among the tabs of its section; null for a screen one gets to from another. */
  readonly rail: number | null;
  readonly icon?: IconName;
  /** Any of these permissions opens it; null for whoever signed in. */
  readonly may: readonly Permission[] | null;
  /** The default export of a file of the feature. */
  readonly component: LazyExoticComponent<ComponentType>;
}

/** Every screen behind the sign-in. */
export const SCREENS: readonly Screen[] = [
  {
    path: '/',
    label: { es: 'Inicio', en: 'Home' },
    rail: 10,
    icon: 'home',
    may: null,
    component: lazy(() => import('../features/home/home-screen.tsx')),
  },
  {
    path: '/casos/hoy',
    label: { es: 'Hoy', en: 'Today' },
    section: 'cases',
    rail: 10,
    may: ['see-cases'],
    component: lazy(() => import('../features/today/today-screen.tsx')),
  },
  {
    path: '/casos',
    label: { es: 'Lista', en: 'List' },
    section: 'cases',
    rail: 20,
    may: ['see-cases'],
    component: lazy(() => import('../features/cases/cases-screen.tsx')),
  },
  {
    path: '/casos/nuevo',
    label: { es: 'Atender', en: 'Attend' },
    section: 'cases',
    rail: 30,
    may: ['work-cases'],
    component: lazy(() => import('../features/cases/attend-screen.tsx')),
  },
  {
    path: '/casos/lote',
    label: { es: 'Proceso nocturno', en: 'Nightly batch' },
    section: 'cases',
    rail: 40,
    may: ['run-batch'],
    component: lazy(() => import('../features/cases/batch-screen.tsx')),
  },
  {
    path: '/casos/$number',
    label: { es: 'Caso', en: 'Case' },
    section: 'cases',
    rail: null,
    may: ['see-cases'],
    component: lazy(() => import('../features/cases/case-screen.tsx')),
  },
  {
    path: '/procesos',
    label: { es: 'Mapa', en: 'Map' },
    section: 'processes',
    rail: 10,
    may: null,
    component: lazy(() => import('../features/processes/map-screen.tsx')),
  },
  {
    path: '/procesos/criticidad',
    label: { es: 'Procesos críticos', en: 'Critical processes' },
    section: 'processes',
    rail: 20,
    may: ['see-indicators'],
    component: lazy(() => import('../features/criticality/criticality-screen.tsx')),
  },
  {
    path: '/procesos/$id',
    label: { es: 'Proceso', en: 'Process' },
    section: 'processes',
    rail: null,
    may: null,
    component: lazy(() => import('../features/processes/process-screen.tsx')),
  },
  {
    path: '/procesos/$id/editar',
    label: { es: 'Nueva versión del proceso', en: 'New version of the process' },
    section: 'processes',
    rail: null,
    may: ['edit-process'],
    component: lazy(() => import('../features/processes/edit-screen.tsx')),
  },
  {
    path: '/procesos/$id/procedimiento',
    label: { es: 'Procedimiento', en: 'Procedure' },
    section: 'processes',
    rail: null,
    may: null,
    component: lazy(() => import('../features/processes/procedure-screen.tsx')),
  },
  {
    path: '/procesos/registro',
    label: { es: 'Registro y procedimiento', en: 'Log and procedure' },
    section: 'processes',
    rail: 30,
    may: ['see-logs'],
    component: lazy(() => import('../features/logs/logs-screen.tsx')),
  },
  {
    path: '/procesos/registro/$id',
    label: { es: 'Registro de eventos', en: 'Event log' },
    section: 'processes',
    rail: null,
    may: ['see-logs'],
    component: lazy(() => import('../features/logs/log-screen.tsx')),
  },
  {
    path: '/procesos/registro/nuevo',
    label: { es: 'Registro sin guardar', en: 'Log not kept yet' },
    section: 'processes',
    rail: null,
    may: ['load-log'],
    component: lazy(() => import('../features/logs/draft-screen.tsx')),
  },
  {
    path: '/indicadores',
    label: { es: 'Indicadores', en: 'Indicators' },
    rail: 40,
    icon: 'indicator',
    may: ['see-indicators'],
    component: lazy(() => import('../features/home/indicators-screen.tsx')),
  },
  {
    path: '/datos/importar',
    label: { es: 'Importar', en: 'Import' },
    section: 'data',
    rail: 10,
    may: ['load-data'],
    component: lazy(() => import('../features/data/import-screen.tsx')),
  },
  {
    path: '/datos/importaciones',
    label: { es: 'Importaciones', en: 'Imports' },
    section: 'data',
    rail: 20,
    may: ['see-data'],
    component: lazy(() => import('../features/data/imports-screen.tsx')),
  },
  {
    path: '/datos/corregir',
    label: { es: 'Filas por corregir', en: 'Rows to correct' },
    section: 'data',
    rail: 30,
    may: ['correct-rows'],
    component: lazy(() => import('../features/data/corrections-screen.tsx')),
  },
  {
    path: '/datos/equivalencias',
    label: { es: 'Equivalencias', en: 'Mappings' },
    section: 'data',
    rail: 40,
    may: ['see-data'],
    component: lazy(() => import('../features/data/mappings-screen.tsx')),
  },
  {
    path: '/datos/nombres',
    label: { es: 'Nombres repetidos', en: 'Repeated names' },
    section: 'data',
    rail: 50,
    may: ['merge-spellings'],
    component: lazy(() => import('../features/data/names-screen.tsx')),
  },
  {
    path: '/datos/agenda',
    label: { es: 'Agenda', en: 'Agenda' },
    section: 'data',
    rail: 60,
    may: ['see-data'],
    component: lazy(() => import('../features/data/agenda-screen.tsx')),
  },
  {
    path: '/auditoria',
    label: { es: 'Verificar', en: 'Verify' },
    section: 'audit',
    rail: 10,
    may: ['verify-chain'],
    component: lazy(() => import('../features/audit/verify-screen.tsx')),
  },
  {
    path: '/auditoria/totales',
    label: { es: 'Totales de control', en: 'Control totals' },
    section: 'audit',
    rail: 12,
    may: ['see-sql'],
    component: lazy(() => import('../features/audit/totals-screen.tsx')),
  },
  {
    path: '/auditoria/muestras',
    label: { es: 'Muestras', en: 'Samples' },
    section: 'audit',
    rail: 14,
    may: ['see-sql'],
    component: lazy(() => import('../features/audit/sample-screen.tsx')),
  },
  {
    path: '/auditoria/hallazgos/nuevo',
    label: { es: 'Abrir un hallazgo', en: 'Open a finding' },
    section: 'audit',
    rail: null,
    may: ['open-finding'],
    component: lazy(() => import('../features/audit/new-finding-screen.tsx')),
  },
  {
    path: '/auditoria/hallazgos/$id',
    label: { es: 'Hallazgo', en: 'Finding' },
    section: 'audit',
    rail: null,
    may: ['see-findings'],
    component: lazy(() => import('../features/audit/finding-screen.tsx')),
  },
  {
    path: '/verificar',
    label: { es: 'Verificar un papel', en: 'Check a paper' },
    section: 'audit',
    rail: 40,
    may: ['read-report'],
    component: lazy(() => import('../features/report/check-screen.tsx')),
  },
  {
    path: '/auditoria/hallazgos',
    label: { es: 'Hallazgos', en: 'Findings' },
    section: 'audit',
    rail: 20,
    may: ['see-findings'],
    component: lazy(() => import('../features/audit/findings-screen.tsx')),
  },
  {
    path: '/auditoria/registro',
    label: { es: 'Registro de auditoría', en: 'Audit trail' },
    section: 'audit',
    rail: 30,
    may: ['read-audit-trail'],
    component: lazy(() => import('../features/audit/trail-screen.tsx')),
  },
  {
    path: '/administracion',
    label: { es: 'Personas', en: 'People' },
    section: 'administration',
    rail: 10,
    may: ['see-people'],
    component: lazy(() => import('../features/people/people-screen.tsx')),
  },
  {
    path: '/administracion/personas/nueva',
    label: { es: 'Agregar una persona', en: 'Add a person' },
    section: 'administration',
    rail: null,
    may: ['propose-person'],
    component: lazy(() => import('../features/people/new-person-screen.tsx')),
  },
  {
    path: '/administracion/personas/$id',
    label: { es: 'Persona', en: 'Person' },
    section: 'administration',
    rail: null,
    may: ['see-people'],
    component: lazy(() => import('../features/people/person-screen.tsx')),
  },
  {
    path: '/administracion/propuestas',
    label: { es: 'Por decidir', en: 'To decide' },
    section: 'administration',
    rail: 12,
    may: ['see-people', 'approve-person', 'approve-undo', 'propose-undo'],
    component: lazy(() => import('../features/people/proposals-screen.tsx')),
  },
  {
    path: '/administracion/accesos',
    label: { es: 'Accesos', en: 'Access' },
    section: 'administration',
    rail: 14,
    may: ['see-people'],
    component: lazy(() => import('../features/people/access-screen.tsx')),
  },
  {
    path: '/productividad',
    label: { es: 'Productividad', en: 'Productivity' },
    icon: 'clock',
    rail: 50,
    may: ['see-people-figures', 'see-indicators'],
    component: lazy(() => import('../features/productivity/productivity-screen.tsx')),
  },
  {
    path: '/administracion/agencias',
    label: { es: '{Agencies}', en: '{Agencies}' },
    section: 'administration',
    rail: 20,
    may: ['see-directory'],
    component: lazy(() => import('../features/directory/units-screen.tsx')),
  },
  {
    path: '/administracion/personal',
    label: { es: 'Personal', en: 'Staff' },
    section: 'administration',
    rail: 30,
    may: ['see-directory'],
    component: lazy(() => import('../features/directory/staff-screen.tsx')),
  },
  {
    path: '/administracion/horarios',
    label: { es: 'Horarios', en: 'Schedules' },
    section: 'administration',
    rail: 40,
    may: ['see-directory'],
    component: lazy(() => import('../features/directory/schedules-screen.tsx')),
  },
  {
    path: '/administracion/ausencias',
    label: { es: 'Ausencias', en: 'Absences' },
    section: 'administration',
    rail: 50,
    may: ['see-directory'],
    component: lazy(() => import('../features/directory/absences-screen.tsx')),
  },
  {
    path: '/administracion/calendarios',
    label: { es: 'Calendarios', en: 'Calendars' },
    section: 'administration',
    rail: 60,
    may: ['see-directory'],
    component: lazy(() => import('../features/directory/calendars-screen.tsx')),
  },
  {
    path: '/administracion/plazos',
    label: { es: 'Plazos de respuesta', en: 'Answer deadlines' },
    section: 'administration',
    rail: 65,
    may: ['see-directory'],
    component: lazy(() => import('../features/deadlines/deadlines-screen.tsx')),
  },
  {
    path: '/administracion/copias',
    label: { es: 'Copias', en: 'Backups' },
    section: 'administration',
    rail: 70,
    may: ['make-backup'],
    component: lazy(() => import('../features/backup/backup-screen.tsx')),
  },
  {
    path: '/informes',
    label: { es: 'Informes', en: 'Reports' },
    icon: 'print',
    rail: 75,
    may: ['read-report'],
    component: lazy(() => import('../features/report/report-screen.tsx')),
  },
  {
    path: '/cuenta',
    label: { es: 'Mi cuenta', en: 'My account' },
    rail: null,
    may: null,
    component: lazy(() => import('../features/account/account-screen.tsx')),
  },
  {
    path: '/ayuda',
    label: { es: 'Ayuda', en: 'Help' },
    rail: null,
    may: null,
    component: lazy(() => import('../features/help/help-screen.tsx')),
  },
  {
    path: '/indicadores/nuevo',
    label: { es: 'Nuevo indicador', en: 'New indicator' },
    rail: null,
    may: ['define-indicator'],
    component: lazy(() => import('../features/authoring/new-screen.tsx')),
  },
  {
    path: '/indicadores/ejemplos',
    label: { es: 'Ejemplos por área', en: 'Examples by area' },
    rail: null,
    may: ['see-definitions'],
    component: lazy(() => import('../features/authoring/examples-screen.tsx')),
  },
  {
    path: '/indicadores/$id/editar',
    label: { es: 'Cambiar el indicador', en: 'Change the indicator' },
    rail: null,
    may: ['define-indicator'],
    component: lazy(() => import('../features/authoring/edit-screen.tsx')),
  },
  {
    path: '/indicadores/$id',
    label: { es: 'Ficha técnica', en: 'Technical sheet' },
    rail: null,
    may: ['see-indicators'],
    component: lazy(() => import('../features/sheet/sheet-screen.tsx')),
  },
];
