import {
  divide,
  type LocalText,
  type Person,
  type Rational,
  rational,
  add,
  compare,
  Refusal,
  type Stage,
  STAGES,
  toNumber,
  ZERO,
} from '../../kernel/index.ts';
import type { LoopReview } from '../../ledger/index.ts';
import type { Review } from '../../library/index.ts';
import { sayReview } from '../../sentences/index.ts';
import { toLocalToday } from '../local-today.ts';
import type { Place } from './reach-improvement.ts';
import { type Named, nameSomebody } from './to-card.ts';

/** What an answer is worth: no, in part, yes. */
export const REVIEW_ANSWERS = [0, 0.5, 1] as const;

/** A review that was done, with what it comes to. */
export interface ReviewResult {
  readonly id: number;
  readonly date: string;
  readonly by: Named | null;
  readonly notes: string;
  /** Mean of the answers of each stage; null of a stage without questions today. */
  readonly stages: readonly { readonly stage: Stage; readonly score: number | null; readonly n: number }[];
  /** Mean of the stages. */
  readonly score: number;
  readonly weakest: Stage | null;
  readonly sentence: LocalText;
}

/** The questions and the reviews that were done, the latest first. */
export interface ReviewView {
  readonly name: LocalText;
  readonly about: LocalText;
  readonly questions: Review['questions'];
  readonly done: readonly ReviewResult[];
}

/** The questions in force: of the last pack that brings them. */
function getReview({ content }: Place): Review {
  const found = [...content.catalogue.reviews.values()].at(-1);
  if (!found) throw new Refusal('review-without-questions');
  return found;
}

function toMean(values: readonly Rational[]): Rational | null {
  return divide(values.reduce(add, ZERO), rational(BigInt(values.length)));
}

/** What answers come to: each stage the mean of its answers, the whole the mean of its stages, unweighted. */
function toResult(place: Place, review: LoopReview): ReviewResult {
  const scores = STAGES.map((stage) => {
    const values = Object.entries(review.answers)
      .filter(([id]) => id.startsWith(`${stage}.`))
      .map(([, value]) => rational(BigInt(value * 2), 2n));
    return { stage, n: values.length, mean: toMean(values) };
  });
  const known = scores.flatMap(({ stage, mean }) => (mean ? [{ stage, mean }] : []));
  const whole = toMean(known.map(({ mean }) => mean)) ?? ZERO;
  const weakest = known.reduce<(typeof known)[number] | null>(
    (least, each) => (least === null || compare(each.mean, least.mean) < 0 ? each : least),
    null,
  );
  // Where all stages are alike none is the weakest.
  const isApart = known.some(({ mean }) => weakest && compare(mean, weakest.mean) > 0);
  const named = isApart ? weakest : null;
  const told = named && { stage: named.stage, score: toNumber(named.mean) };
  return {
    id: review.id,
    date: review.date,
    by: nameSomebody(place, review.reviewed_by),
    notes: review.notes,
    stages: scores.map(({ stage, mean, n }) => ({ stage, n, score: mean && toNumber(mean) })),
    score: toNumber(whole),
    weakest: named?.stage ?? null,
    sentence: {
      es: sayReview(told, toNumber(whole), 'es'),
      en: sayReview(told, toNumber(whole), 'en'),
    },
  };
}

/** The questions of the review and what was answered before. Refuses `review-without-questions`. */
export function showReview(place: Place): ReviewView {
  const { name, about, questions } = getReview(place);
  const done = place.ledger.loop_reviews.list().map((review) => toResult(place, review));
  return { name, about, questions, done };
}

/**
 * Keeps a review in somebody's name; gives what it comes to. Refuses `review-incomplete`: without all answers
 * there is no result.
 */
export function reviewLoop(
  place: Place,
  who: Person,
  draft: { readonly answers: Readonly<Record<string, number>>; readonly notes: string },
): ReviewResult {
  const { questions } = getReview(place);
  const missing = questions.filter(({ id }) => draft.answers[id] === undefined);
  if (missing.length > 0)
    throw new Refusal('review-incomplete', { missing: missing.length, of: questions.length });
  const answers = Object.fromEntries(questions.map(({ id }) => [id, draft.answers[id]!]));
  const kept = { date: toLocalToday(place), answers, notes: draft.notes };
  const id = place.ledger.as(who.id).loop_reviews.add(kept);
  return toResult(place, { ...kept, id, reviewed_by: who.id, at: place.ports.clock() });
}
