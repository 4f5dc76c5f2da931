import { backupHandlers } from './backup.ts';
import { dataHandlers } from './data.ts';
import { directoryHandlers } from './directory.ts';
import { homeHandlers } from './home.ts';
import { productivityHandlers } from './productivity.ts';
import { indicatorHandlers } from './indicators.ts';
import { reportHandlers } from './report.ts';
import { auditHandlers } from './audit.ts';
import { authoringHandlers } from './authoring.ts';
import { peopleHandlers } from './people.ts';
import { systemHandlers } from './system.ts';
import { verifyHandlers } from './verify.ts';

/** What answers each verb of the wire. */
export const HANDLERS = {
  ...reportHandlers,
  ...systemHandlers,
  ...backupHandlers,
  ...verifyHandlers,
  ...peopleHandlers,
  ...auditHandlers,
  ...indicatorHandlers,
  ...homeHandlers,
  ...productivityHandlers,
  ...dataHandlers,
  ...directoryHandlers,
  ...authoringHandlers,
};
