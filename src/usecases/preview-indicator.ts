import type { Language, Measurement } from '../kernel/index.ts';
import { printWarning } from '../sentences/index.ts';
import { findExtent } from './indicators/find-absence.ts';
import { readRows } from './indicators/list-rows.ts';
import type { Institution } from './institution.ts';
import { checkRequirements, findMissing, type Requirement } from './packs/check-form.ts';
import { type Draft, draftIndicator, type DraftInput } from './packs/draft-indicator.ts';
import { type SaidProblem, sayMissing, sayProblems } from './packs/say-form.ts';
import { type DraftOf, findBasis } from './packs/find-basis.ts';

/** What the indicator being written would say of a month. */
export interface DraftFigure {
  readonly period: string;
  readonly measurement: Measurement;
  readonly sentence: string;
  /** Facts of the period in the data set, those the indicator is about, and those that count. */
  readonly read: number;
  readonly in_scope: number;
  readonly counted: number;
  readonly open: number;
  /** Facts left out on purpose, or without what is measured. */
  readonly left_out: number;
  readonly warnings: readonly string[];
}

export interface Preview {
  readonly problems: readonly SaidProblem[];
  /** What is still to be written, each at its field. */
  readonly missing: readonly SaidProblem[];
  readonly requirements: readonly {
    readonly id: Requirement;
    readonly met: boolean;
    readonly field: string;
  }[];
  /** The file as it would be written. */
  readonly text: string;
  /** Null while something keeps it from being measured. */
  readonly figure: DraftFigure | null;
}

/** Fields without which there is nothing to compute; the rest are words. */
const COMPUTED =
  /^(?:process|dataset|date|scope|where|calculation|standards|except\.\d+(?:\.where)?)(?:\.|$)/;

/**
 * Checks what a person is writing and measures it on a month, without writing anything: what is
 * wrong and missing at its field, and the figure where there is one.
 *
 * @param input.period the month; null for the latest that has facts
 */
export async function previewIndicator(
  institution: Institution,
  input: {
    readonly draft: DraftInput;
    /** Null for a new one. */
    readonly of: DraftOf | null;
    readonly period: string | null;
    readonly language: Language;
  },
): Promise<Preview> {
  const { content } = institution;
  const basis = await findBasis(institution, input.of);
  const form = 'form' in input.draft ? input.draft.form : null;
  const missing = form === null ? [] : findMissing(form, content.catalogue);
  const isWhole = !missing.some((field) => COMPUTED.test(field));
  const draft = draftIndicator(content, input.draft, basis);
  // While something is missing, what the reader of files says of it would only say it twice.
  const problems = isWhole
    ? draft.problems
    : draft.problems.filter(({ problem }) => problem.code.startsWith('form-'));
  return {
    problems: sayProblems(problems, input.language),
    missing: sayMissing(missing, input.language),
    requirements: form === null ? [] : checkRequirements(missing),
    text: draft.text,
    figure: isWhole ? await measureDraft(institution, draft, input.period, input.language) : null,
  };
}

async function measureDraft(
  institution: Institution,
  { sheet, indicator }: Draft,
  period: string | null,
  language: Language,
): Promise<DraftFigure | null> {
  if (sheet === null || indicator === null) return null;
  const { content } = institution;
  const { catalogue } = content;
  const month = period ?? (await findLastMonth(institution, indicator.dataset, indicator.date));
  if (month === null) return null;
  const tried: Institution = {
    ...institution,
    content: {
      ...content,
      catalogue: { ...catalogue, sheets: new Map([...catalogue.sheets, [sheet.id, sheet]]) },
      indicators: new Map([...content.indicators, [indicator.id, indicator]]),
    },
  };
  const asked = { indicator: indicator.id, period: month, filters: [], as_of: null };
  const { measurement, datasets } = await readRows(tried, asked, { rows: false });
  const home = datasets[0]?.counts;
  if (!measurement || !home) return null;
  const { by_state } = home;
  const open = by_state.open + by_state['open-past-limit'];
  return {
    period: month,
    measurement,
    sentence: measurement.sentences[language],
    read: home.read,
    in_scope: home.in_scope,
    counted: by_state.counted,
    open,
    left_out: home.in_scope - by_state.counted - open,
    // What the sentence says already is not said again.
    warnings: measurement.warnings
      .map((warning) => printWarning(warning, language))
      .filter((warning) => !measurement.sentences[language].includes(warning.replace(/\.$/, ''))),
  };
}

/** The latest month in which a data set has facts by one of its dates; null where it has none. */
export async function findLastMonth(
  institution: Institution,
  dataset: string,
  date: string,
): Promise<string | null> {
  const declared = institution.content.catalogue.datasets.get(dataset);
  if (!declared) return null;
  const extent = await findExtent(institution, declared, date);
  return extent?.to.slice(0, 7) ?? null;
}
