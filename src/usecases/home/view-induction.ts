import type { LocalText } from '../../kernel/index.ts';
import { writeStandard } from '../../sentences/index.ts';
import type { Figures } from '../figures.ts';
import type { Institution } from '../institution.ts';
import { type HomeIndicator, type HomeInput, viewHome } from './view-home.ts';

/** An indicator explained to somebody who begins, with the institution's own numbers. */
export interface InducedIndicator
  extends Pick<
    HomeIndicator,
    'id' | 'name' | 'process' | 'verdict' | 'result' | 'n' | 'counts_people' | 'sentence' | 'hides_tail'
  > {
  /** Why it is measured. */
  readonly objective: LocalText;
  /** What is counted. */
  readonly counted: LocalText;
  /** What is promised, in words; null without a standard. */
  readonly promise: LocalText | null;
  /** What keeps known causes of failing away; what the sheet says otherwise. */
  readonly advice: readonly LocalText[];
}

export interface InductionView {
  readonly period: string;
  readonly units: readonly string[] | null;
  readonly indicators: readonly InducedIndicator[];
}

const MOST_ADVICE = 3;

/**
 * Each indicator within reach explained to somebody who begins: why, what is counted, what is promised, how
 * it stands, what one can do. In the order of the processes. Refuses (`out-of-scope`) a unit outside.
 */
export async function viewInduction(
  institution: Institution,
  figures: Figures,
  input: HomeInput,
): Promise<InductionView> {
  const view = await viewHome(institution, figures, input);
  const { catalogue } = institution.content;
  const explain = (each: HomeIndicator): InducedIndicator[] => {
    const sheet = catalogue.sheets.get(each.id);
    const checked = institution.content.indicators.get(each.id);
    if (!sheet || !checked) return [];
    const { id, name, process, verdict, result, n, counts_people, sentence, hides_tail } = each;
    const last = sheet.standards.at(-1);
    // As the result tells it, in its own unit; as it is written where there is no result yet.
    const say = (language: 'es' | 'en') =>
      result?.[language].standard ?? (last ? writeStandard(last, checked.unit, language, false) : '');
    const known = sheet.causes.flatMap(({ preventive }) => (preventive === null ? [] : [preventive]));
    const said = [verdict === 'not-met' ? sheet.interpretation.not_met : sheet.interpretation.met];
    return [
      {
        id,
        name,
        process,
        verdict,
        result,
        n,
        counts_people,
        sentence,
        hides_tail,
        objective: sheet.objective,
        counted: sheet.population.name,
        promise: last ? { es: say('es'), en: say('en') } : null,
        advice: (known.length > 0 ? known : said).slice(0, MOST_ADVICE),
      },
    ];
  };
  return {
    period: view.period.text,
    units: view.units,
    indicators: view.indicators
      .flatMap(explain)
      .toSorted((a, b) => a.process.name.es.localeCompare(b.process.name.es, 'es') || (a.id < b.id ? -1 : 1)),
  };
}
