import type { CaseKind, LocalText } from '../../kernel/index.ts';

/** Kinds of case, as a list of deadlines names them. */
export const KIND_NAMES: Readonly<Record<CaseKind, LocalText>> = {
  solicitud: { es: 'Solicitudes', en: 'Requests' },
  consulta: { es: 'Consultas', en: 'Queries' },
  queja: { es: 'Quejas', en: 'Grievances' },
  reclamo: { es: 'Reclamos', en: 'Complaints' },
  derecho: { es: 'Derechos sobre los datos', en: 'Data rights' },
};

/** `consultas y quejas`. */
export function nameKinds(kinds: readonly CaseKind[], language: 'es' | 'en'): string {
  const names = kinds.map((kind) => KIND_NAMES[kind][language].toLowerCase());
  const and = language === 'es' ? ' y ' : ' and ';
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')}${and}${names.at(-1)}`;
}
