import { alertSentences } from './alerts.ts';
import { authoringSentences } from './authoring.ts';
import { casesSentences } from './cases.ts';
import { cliSentences } from './cli.ts';
import { closingSentences } from './closings.ts';
import { committeeSentences } from './committee.ts';
import { contentSentences } from './content.ts';
import { criticalitySentences } from './criticality.ts';
import { dataSentences } from './data.ts';
import { deadlineSentences } from './deadlines.ts';
import { directorySentences } from './directory.ts';
import { factsSentences } from './facts.ts';
import { improvementSentences } from './improvements.ts';
import { intakeFileSentences } from './intake-file.ts';
import { languageSentences } from './language.ts';
import { ledgerSentences } from './ledger.ts';
import { logSentences } from './logs.ts';
import { measurementSentences } from './measurement.ts';
import { peopleSentences } from './people.ts';
import { procedureSentences } from './procedures.ts';
import { processSentences } from './processes.ts';
import { productivitySentences } from './productivity.ts';
import { proofSentences } from './proof.ts';
import { reportSentences } from './report.ts';
import { serverSentences } from './server.ts';
import type { Sentences } from './sentence-entry.ts';
import { sheetSentences } from './sheet.ts';
import { signalSentences } from './signals.ts';
import { timeSentences } from './time.ts';
import { workshopSentences } from './workshops.ts';

/** Every catalogue by its area. A code belongs to one area only. */
export const CATALOGUES: Readonly<Record<string, Sentences>> = {
  alerts: alertSentences,
  authoring: authoringSentences,
  cases: casesSentences,
  cli: cliSentences,
  closings: closingSentences,
  committee: committeeSentences,
  content: contentSentences,
  criticality: criticalitySentences,
  data: dataSentences,
  deadlines: deadlineSentences,
  directory: directorySentences,
  facts: factsSentences,
  improvements: improvementSentences,
  'intake-file': intakeFileSentences,
  language: languageSentences,
  ledger: ledgerSentences,
  logs: logSentences,
  measurement: measurementSentences,
  people: peopleSentences,
  procedures: procedureSentences,
  processes: processSentences,
  productivity: productivitySentences,
  proof: proofSentences,
  report: reportSentences,
  server: serverSentences,
  sheet: sheetSentences,
  signals: signalSentences,
  time: timeSentences,
  workshops: workshopSentences,
};

/** The words of every code of the product. */
export const catalogue: Sentences = Object.assign({}, ...Object.values(CATALOGUES));
