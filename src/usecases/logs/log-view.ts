import type { LocalText, Procedure } from '../../kernel/index.ts';
import { sayDeviation, sayLog } from '../../sentences/index.ts';
import type { LogAnalysis, LogDeviation } from './log-analysis.ts';

/** What is told of a log on a screen: the analysis with its sentences. */
export interface LogView extends Omit<LogAnalysis, 'conformance'> {
  /** Id of the log: `worked/<procedure>` for the cases worked here. */
  readonly id: string;
  readonly name: LocalText;
  readonly file_name: string | null;
  readonly procedure: Procedure | null;
  /** Step by activity as a person corrected it; null for one left aside. */
  readonly steps: Readonly<Record<string, string | null>>;
  /** The most important first. */
  readonly sentences: readonly LocalText[];
  readonly conformance:
    | (Omit<NonNullable<LogAnalysis['conformance']>, 'deviations'> & {
        readonly deviations: readonly (LogDeviation & {
          readonly sentence: LocalText;
        })[];
      })
    | null;
}

export function toLogView(
  about: Pick<LogView, 'id' | 'name' | 'file_name' | 'procedure' | 'steps'>,
  analysis: LogAnalysis,
): LogView {
  const { conformance } = analysis;
  return {
    ...about,
    ...analysis,
    sentences: sayLog(analysis),
    conformance: conformance && {
      ...conformance,
      deviations: conformance.deviations.map((deviation) => ({
        ...deviation,
        sentence: sayDeviation(deviation, conformance.cases),
      })),
    },
  };
}
