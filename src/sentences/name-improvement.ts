import type {
  ActionKind,
  ActionState,
  Audience,
  CauseBranch,
  CauseMethod,
  EvidenceKind,
  ImprovementDecision,
  ImprovementState,
  Language,
  LocalText,
  Origin,
  Stage,
} from '../kernel/index.ts';

interface Named {
  readonly stage: Stage;
  readonly origin: Origin;
  readonly decision: ImprovementDecision;
  readonly state: ImprovementState;
  readonly method: CauseMethod;
  readonly branch: CauseBranch;
  readonly action: ActionKind;
  readonly 'action-state': ActionState;
  readonly audience: Audience;
  readonly evidence: EvidenceKind;
}

type Names = { readonly [K in keyof Named]: Readonly<Record<Named[K], LocalText>> };

const NAMES: Names = {
  stage: {
    collection: { es: 'Recolección', en: 'Collection' },
    consolidation: { es: 'Consolidación', en: 'Consolidation' },
    analysis: { es: 'Análisis', en: 'Analysis' },
    report: { es: 'Informe', en: 'Report' },
    decision: { es: 'Decisión', en: 'Decision' },
    delegation: { es: 'Delegación', en: 'Delegation' },
    communication: { es: 'Comunicación', en: 'Communication' },
    implementation: { es: 'Implementación', en: 'Implementation' },
  },
  origin: {
    signal: { es: 'Una señal de un indicador', en: 'A signal of an indicator' },
    standard: { es: 'Un estándar que no se cumple', en: 'A standard that is not met' },
    complaints: { es: 'Un grupo de reclamos', en: 'A group of complaints' },
    conformance: { es: 'Un desvío del procedimiento', en: 'A deviation from the procedure' },
    survey: { es: 'Una encuesta', en: 'A survey' },
    exit: { es: 'Por qué se van los clientes', en: 'Why clients leave' },
    assessment: { es: 'Una evaluación', en: 'An assessment' },
    idea: { es: 'Una idea', en: 'An idea' },
  },
  decision: {
    adopt: { es: 'Adoptar', en: 'Adopt' },
    adapt: { es: 'Adaptar', en: 'Adapt' },
    reject: { es: 'Rechazar', en: 'Reject' },
    postpone: { es: 'Aplazar', en: 'Postpone' },
  },
  state: {
    open: { es: 'En curso', en: 'Under way' },
    postponed: { es: 'Aplazada', en: 'Postponed' },
    rejected: { es: 'Rechazada', en: 'Rejected' },
    closed: { es: 'Cerrada', en: 'Closed' },
  },
  method: {
    ishikawa: { es: 'Causas por rama (Ishikawa)', en: 'Causes by branch (Ishikawa)' },
    'five-whys': { es: 'Los cinco porqués', en: 'The five whys' },
    pareto: { es: 'Motivos contados (Pareto)', en: 'Counted reasons (Pareto)' },
  },
  branch: {
    people: { es: 'Personas', en: 'People' },
    method: { es: 'Procedimiento', en: 'Procedure' },
    systems: { es: 'Sistemas', en: 'Systems' },
    materials: { es: 'Documentos e insumos', en: 'Documents and supplies' },
    measurement: { es: 'Medición', en: 'Measurement' },
    environment: { es: 'Entorno', en: 'Surroundings' },
  },
  action: {
    corrective: { es: 'Correctiva', en: 'Corrective' },
    preventive: { es: 'Preventiva', en: 'Preventive' },
  },
  'action-state': {
    planned: { es: 'Por hacer', en: 'To do' },
    done: { es: 'Hecha', en: 'Done' },
    dropped: { es: 'Dejada', en: 'Dropped' },
  },
  audience: {
    staff: { es: 'Personal', en: 'Staff' },
    clients: { es: 'Clientes', en: 'Clients' },
  },
  evidence: {
    signal: { es: 'Señal', en: 'Signal' },
    indicator: { es: 'Resultado de un indicador', en: 'Result of an indicator' },
    complaints: { es: 'Reclamos', en: 'Complaints' },
    case: { es: 'Caso', en: 'Case' },
    conformance: { es: 'Cumplimiento del procedimiento', en: 'Conformance with the procedure' },
    survey: { es: 'Encuesta', en: 'Survey' },
    note: { es: 'Nota', en: 'Note' },
  },
};

/**
 * A word of improvements as people read it.
 *
 * @example nameInImprovement('stage', 'delegation', 'es') // 'Delegación'
 */
export function nameInImprovement<K extends keyof Named>(
  what: K,
  word: Named[K],
  language: Language,
): string {
  const names: Readonly<Record<string, LocalText>> = NAMES[what];
  return names[word]?.[language] ?? word;
}
