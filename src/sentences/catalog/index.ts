import { cliSentences } from './cli.ts';
import { contentSentences } from './content.ts';
import { factsSentences } from './facts.ts';
import { intakeFileSentences } from './intake-file.ts';
import { languageSentences } from './language.ts';
import { ledgerSentences } from './ledger.ts';
import { measurementSentences } from './measurement.ts';
import type { Sentences } from './sentence-entry.ts';
import { timeSentences } from './time.ts';

/** Every catalogue by its area. A code belongs to one area only. */
export const CATALOGUES: Readonly<Record<string, Sentences>> = {
  cli: cliSentences,
  content: contentSentences,
  facts: factsSentences,
  'intake-file': intakeFileSentences,
  language: languageSentences,
  ledger: ledgerSentences,
  measurement: measurementSentences,
  time: timeSentences,
};

/** The words of every code of the product. */
export const catalogue: Sentences = Object.assign({}, ...Object.values(CATALOGUES));
