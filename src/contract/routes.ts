import { auditRoutes } from './audit.ts';
import { authoringRoutes } from './authoring.ts';
import { backupRoutes } from './backup.ts';
import { caseRoutes } from './cases.ts';
import { criticalityRoutes } from './criticality.ts';
import { dataRoutes } from './data.ts';
import { deadlineRoutes } from './deadlines.ts';
import { directoryRoutes } from './directory.ts';
import { homeRoutes } from './home.ts';
import { indicatorRoutes } from './indicators.ts';
import { logRoutes } from './logs.ts';
import { peopleRoutes } from './people.ts';
import { processRoutes } from './processes.ts';
import { productivityRoutes } from './productivity.ts';
import { reportRoutes } from './report.ts';
import { systemRoutes } from './system.ts';
import { todayRoutes } from './today.ts';
import { verifyRoutes } from './verify.ts';

/** Every verb of the wire. */
export const ROUTES = {
  ...reportRoutes,
  ...systemRoutes,
  ...backupRoutes,
  ...verifyRoutes,
  ...indicatorRoutes,
  ...homeRoutes,
  ...peopleRoutes,
  ...auditRoutes,
  ...productivityRoutes,
  ...processRoutes,
  ...dataRoutes,
  ...directoryRoutes,
  ...authoringRoutes,
  ...criticalityRoutes,
  ...caseRoutes,
  ...deadlineRoutes,
  ...todayRoutes,
  ...logRoutes,
} as const;
