import { backupHandlers } from './backup.ts';
import { caseHandlers } from './cases.ts';
import { criticalityHandlers } from './criticality.ts';
import { dataHandlers } from './data.ts';
import { deadlineHandlers } from './deadlines.ts';
import { directoryHandlers } from './directory.ts';
import { homeHandlers } from './home.ts';
import { processHandlers } from './processes.ts';
import { productivityHandlers } from './productivity.ts';
import { indicatorHandlers } from './indicators.ts';
import { reportHandlers } from './report.ts';
import { auditHandlers } from './audit.ts';
import { authoringHandlers } from './authoring.ts';
import { logHandlers } from './logs.ts';
import { peopleHandlers } from './people.ts';
import { systemHandlers } from './system.ts';
import { todayHandlers } from './today.ts';
import { verifyHandlers } from './verify.ts';

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
  ...productivityHandlers,
  ...processHandlers,
  ...dataHandlers,
  ...directoryHandlers,
  ...authoringHandlers,
  ...criticalityHandlers,
  ...logHandlers,
  ...caseHandlers,
  ...deadlineHandlers,
};
