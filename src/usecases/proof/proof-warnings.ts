import type { Params, Sheet } from '../../kernel/index.ts';
import type { Stretch } from '../get-stretch.ts';
import type { MeasuredSide } from '../measure-proof-side.ts';
import type { ProofWarning } from './proof.ts';
import { sayCode } from './tell-proof.ts';

interface Part {
  readonly stretch: Stretch & { readonly cells: readonly unknown[] };
  readonly side: MeasuredSide;
}

interface Seen {
  readonly sheet: Sheet;
  readonly before: Part;
  readonly after: Part | null;
  /** Periods of the baseline that fire a rule. */
  readonly unstable: readonly string[];
  readonly running: boolean;
  readonly small_sample: number;
  readonly others_unknown: boolean;
  /** What must be known of the question itself. */
  readonly known: { readonly code: string; readonly params: Params } | null;
}

/** What must be known before believing a before and after. */
export function listProofWarnings({ sheet, before, after, ...seen }: Seen): readonly ProofWarning[] {
  const found: { readonly code: string; readonly params: Params }[] = seen.known ? [seen.known] : [];
  const [old, now] = [before.side.figure, after?.side.figure];
  const minimum = seen.small_sample;
  if (old.value !== null && old.n < minimum)
    found.push({ code: 'proof-small-before', params: { n: old.n, minimum } });
  if (now && now.value !== null && now.n < minimum)
    found.push({ code: 'proof-small-after', params: { n: now.n, minimum } });
  if (after) {
    const [first, second] = [before.stretch, after.stretch];
    if (second.from < first.from) found.push({ code: 'proof-order', params: {} });
    if (second.from < first.to && first.from < second.to)
      found.push({ code: 'proof-periods-overlap', params: {} });
    if (sheet.standards.some(({ from }) => from > first.from && from < second.to))
      found.push({ code: 'proof-standard-changed', params: {} });
    const limits = [old.standard?.limit ?? null, now?.standard?.limit ?? null];
    if (limits[0] !== limits[1] && limits.every((limit) => limit !== null))
      found.push({ code: 'proof-limit-changed', params: {} });
  }
  if (seen.unstable.length > 0)
    found.push({ code: 'proof-baseline-unstable', params: { periods: seen.unstable } });
  if (now && now.open.count > 0) found.push({ code: 'proof-open', params: { n: now.open.count } });
  if (seen.running) found.push({ code: 'proof-running', params: {} });
  if (after && before.side.sample?.kind === 'months' && now?.value !== null)
    found.push({
      code: 'proof-by-months',
      params: { before: before.stretch.cells.length, after: after.stretch.cells.length },
    });
  if (seen.others_unknown) found.push({ code: 'proof-others-unknown', params: {} });
  return found.map(({ code, params }) => ({ code, text: sayCode(code, params) }));
}
