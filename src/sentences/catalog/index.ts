import { authoringSentences } from './authoring.ts';
import { cliSentences } from './cli.ts';
import { contentSentences } from './content.ts';
import { dataSentences } from './data.ts';
import { directorySentences } from './directory.ts';
import { factsSentences } from './facts.ts';
import { intakeFileSentences } from './intake-file.ts';
import { languageSentences } from './language.ts';
import { ledgerSentences } from './ledger.ts';
import { measurementSentences } from './measurement.ts';
import { peopleSentences } from './people.ts';
import { productivitySentences } from './productivity.ts';
import { reportSentences } from './report.ts';
import { serverSentences } from './server.ts';
import type { Sentences } from './sentence-entry.ts';
import { sheetSentences } from './sheet.ts';
import { timeSentences } from './time.ts';

/** Every catalogue by its area. A code belongs to one area only. */
export const CATALOGUES: Readonly<Record<string, Sentences>> = {
  authoring: authoringSentences,
  cli: cliSentences,
  content: contentSentences,
  data: dataSentences,
  directory: directorySentences,
  facts: factsSentences,
  'intake-file': intakeFileSentences,
  language: languageSentences,
  ledger: ledgerSentences,
  measurement: measurementSentences,
  people: peopleSentences,
  productivity: productivitySentences,
  report: reportSentences,
  server: serverSentences,
  sheet: sheetSentences,
  time: timeSentences,
};

/** The words of every code of the product. */
export const catalogue: Sentences = Object.assign({}, ...Object.values(CATALOGUES));
