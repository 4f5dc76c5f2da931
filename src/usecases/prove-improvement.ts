import {
  addDays,
  isGoingOn,
  type Params,
  type Person,
  type ProofPlan,
  Refusal,
  type Scope,
  STAGES,
} from '../kernel/index.ts';
import type { ImprovementRecord } from '../ledger/index.ts';
import { getStretch } from './get-stretch.ts';
import type { Prove } from './improvements/close-improvement.ts';
import { getSeen } from './improvements/reach-improvement.ts';
import type { Institution } from './institution.ts';
import type { Meanwhile, Proof } from './proof/proof.ts';
import { proveIndicator, type ProofQuestion } from './prove-indicator.ts';
import { reachIndicators } from './reach-indicators.ts';

const joinStretch = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  from === to ? from : `${from}..${to}`;

/** When an improvement came to be carried out, by its stages; null while it has not. */
function findCarriedOut({ stages }: ImprovementRecord): string | null {
  const late = STAGES.indexOf('implementation');
  return stages.find(({ stage }) => STAGES.indexOf(stage) >= late)?.entered_at.slice(0, 10) ?? null;
}

/** Other improvements of the same process that were carried out or tried from the baseline to the end. */
function listOthers(
  { ledger }: Institution,
  record: ImprovementRecord,
  plan: ProofPlan,
): readonly Meanwhile[] {
  if (record.process === null) return [];
  const { from } = getStretch(joinStretch(plan.baseline));
  const to = plan.follow_up === null ? null : addDays(getStretch(joinStretch(plan.follow_up)).to, -1);
  return ledger.improvements
    .list({ process: record.process })
    .filter((other) => {
      if (other.id === record.id) return false;
      const at = other.pilot?.from ?? findCarriedOut(other);
      return at !== null && at >= from && (to === null || at <= to);
    })
    .map(({ title }) => ({ kind: 'improvement', text: { es: title, en: title } }));
}

/** The plan that stood when it was decided to go on; undefined while it was not. */
function findDecided({ decisions }: ImprovementRecord): ProofPlan | null | undefined {
  return decisions.findLast(({ decision }) => isGoingOn(decision))?.proof;
}

/** What is compared, and where, whatever the order it was written in. */
const toGist = ({ indicator, only, baseline, comparison_units: others }: ProofPlan): string =>
  JSON.stringify([
    indicator,
    Object.entries(only).map(([dimension, values]) => [dimension, values.toSorted()]),
    [baseline.from, baseline.to],
    others.toSorted(),
  ]);

/**
 * What must be known of a plan that is not the one decided on: with another indicator, other months or
 * other places somebody may have looked for the proof that suits.
 */
function findPlanWarning(
  { content }: Institution,
  record: ImprovementRecord,
  plan: ProofPlan,
): { readonly code: string; readonly params: Params } | null {
  const decided = findDecided(record);
  if (decided === undefined || (decided && toGist(decided) === toGist(plan))) return null;
  if (decided === null) return { code: 'proof-plan-late', params: {} };
  const name = content.catalogue.sheets.get(decided.indicator)?.name ?? {
    es: decided.indicator,
    en: decided.indicator,
  };
  const { from, to } = decided.baseline;
  const units = (decided.only['unit'] ?? []).join(', ');
  return { code: 'proof-plan-changed', params: { name_es: name.es, name_en: name.en, from, to, units } };
}

/** What a plan asks of its indicator. */
function toQuestion(institution: Institution, record: ImprovementRecord, plan: ProofPlan): ProofQuestion {
  return {
    indicator: plan.indicator,
    only: plan.only,
    before: joinStretch(plan.baseline),
    after: plan.follow_up && joinStretch(plan.follow_up),
    against: plan.comparison_units,
    meanwhile: [
      ...plan.meanwhile.map((text): Meanwhile => ({ kind: 'said', text: { es: text, en: text } })),
      ...listOthers(institution, record, plan),
    ],
    known: findPlanWarning(institution, record, plan),
  };
}

/**
 * The proof of an improvement by its plan, from the facts as they are: what closes it. Refuses
 * `proof-missing`, and what `proveIndicator` refuses.
 */
export async function proveImprovement(institution: Institution, record: ImprovementRecord): Promise<Proof> {
  if (record.proof === null) throw new Refusal('proof-missing');
  return proveIndicator(institution, toQuestion(institution, record, record.proof));
}

/** The proof that a closing asks for, frozen with it. */
export const proveClosing: Prove = async (institution, record) => {
  const proof = await proveImprovement(institution, record);
  return { worked: proof.worked, sentence: proof.sentence, result: { ...proof } };
};

/** Whether a scope reaches the figures of units, people and processes that a plan compares. */
function reachesPlan(institution: Institution, scope: Scope, plan: ProofPlan): boolean {
  const reached = reachIndicators(institution.content, scope).some(({ id }) => id === plan.indicator);
  const units = plan.only['unit'] ?? [];
  const all = [...units, ...plan.comparison_units];
  const isUnits =
    scope.units === null || (units.length > 0 && all.every((unit) => scope.units?.includes(unit)));
  return reached && isUnits && scope.staff_name === null;
}

/**
 * The proof of an improvement for who may see it; null until it was chosen how it is proved, and for whom
 * its figures are out of reach. `plan` looks at another without keeping it: that one refuses `out-of-scope`.
 */
export async function showProof(
  institution: Institution,
  who: Person | null,
  scope: Scope,
  { id, plan }: { readonly id: number; readonly plan: ProofPlan | null },
): Promise<Proof | null> {
  const record = getSeen(institution, who, scope, id);
  const asked = plan ?? record.proof;
  if (asked === null) return null;
  if (!reachesPlan(institution, scope, asked)) {
    if (plan === null) return null;
    throw new Refusal('out-of-scope', { what: asked.indicator });
  }
  return proveIndicator(institution, toQuestion(institution, record, asked));
}

/** What a form for the plan of an improvement begins with. */
export interface ProofChoices {
  readonly indicators: readonly {
    readonly id: string;
    readonly name: { readonly es: string; readonly en: string };
  }[];
  /** Those that the evidence and the process of the improvement point to. */
  readonly suggested: string | null;
  readonly units: readonly string[];
}

/** The indicators and units that somebody may prove an improvement by. */
export function listProofChoices(
  institution: Institution,
  who: Person | null,
  scope: Scope,
  id: number,
): ProofChoices {
  const record = getSeen(institution, who, scope, id);
  const { sheets } = institution.content.catalogue;
  const indicators = reachIndicators(institution.content, scope).map((each) => ({
    id: each.id,
    name: sheets.get(each.id)?.name ?? { es: each.id, en: each.id },
  }));
  const pointed = record.evidence.find(({ kind }) => kind === 'signal' || kind === 'indicator')?.subject;
  const ofProcess = indicators.find(
    ({ id: each }) => record.process !== null && sheets.get(each)?.process === record.process,
  );
  const suggested = indicators.find(({ id: each }) => each === pointed) ?? ofProcess;
  return { indicators, suggested: suggested?.id ?? null, units: record.units ?? [] };
}
