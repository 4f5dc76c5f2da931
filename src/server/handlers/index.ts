import { alertHandlers } from './alerts.ts';
import { backupHandlers } from './backup.ts';
import { caseHandlers } from './cases.ts';
import { closingHandlers } from './closings.ts';
import { criticalityHandlers } from './criticality.ts';
import { dataHandlers } from './data.ts';
import { deadlineHandlers } from './deadlines.ts';
import { directoryHandlers } from './directory.ts';
import { homeHandlers } from './home.ts';
import { processHandlers } from './processes.ts';
import { productivityHandlers } from './productivity.ts';
import { improvementHandlers } from './improvements.ts';
import { indicatorHandlers } from './indicators.ts';
import { proofHandlers } from './proof.ts';
import { reportHandlers } from './report.ts';
import { auditHandlers } from './audit.ts';
import { authoringHandlers } from './authoring.ts';
import { logHandlers } from './logs.ts';
import { loopHandlers } from './loop.ts';
import { peopleHandlers } from './people.ts';
import { signalHandlers } from './signals.ts';
import { systemHandlers } from './system.ts';
import { todayHandlers } from './today.ts';
import { verifyHandlers } from './verify.ts';
import { workshopHandlers } from './workshops.ts';

/** What answers each verb of the wire. */
export const HANDLERS = {
  ...reportHandlers,
  ...systemHandlers,
  ...backupHandlers,
  ...todayHandlers,
  ...verifyHandlers,
  ...peopleHandlers,
  ...auditHandlers,
  ...indicatorHandlers,
  ...homeHandlers,
  ...signalHandlers,
  ...alertHandlers,
  ...productivityHandlers,
  ...processHandlers,
  ...dataHandlers,
  ...directoryHandlers,
  ...authoringHandlers,
  ...closingHandlers,
  ...criticalityHandlers,
  ...logHandlers,
  ...improvementHandlers,
  ...workshopHandlers,
  ...proofHandlers,
  ...loopHandlers,
  ...caseHandlers,
  ...deadlineHandlers,
};
