import { alertRoutes } from './alerts.ts';
import { auditRoutes } from './audit.ts';
import { authoringRoutes } from './authoring.ts';
import { backupRoutes } from './backup.ts';
import { caseRoutes } from './cases.ts';
import { closingRoutes } from './closings.ts';
import { criticalityRoutes } from './criticality.ts';
import { dataRoutes } from './data.ts';
import { deadlineRoutes } from './deadlines.ts';
import { directoryRoutes } from './directory.ts';
import { homeRoutes } from './home.ts';
import { improvementRoutes } from './improvements.ts';
import { indicatorRoutes } from './indicators.ts';
import { logRoutes } from './logs.ts';
import { loopRoutes } from './loop.ts';
import { peopleRoutes } from './people.ts';
import { processRoutes } from './processes.ts';
import { productivityRoutes } from './productivity.ts';
import { proofRoutes } from './proof.ts';
import { reportRoutes } from './report.ts';
import { signalRoutes } from './signals.ts';
import { systemRoutes } from './system.ts';
import { todayRoutes } from './today.ts';
import { verifyRoutes } from './verify.ts';
import { workshopRoutes } from './workshops.ts';

/** Every verb of the wire. */
export const ROUTES = {
  ...reportRoutes,
  ...systemRoutes,
  ...backupRoutes,
  ...verifyRoutes,
  ...indicatorRoutes,
  ...homeRoutes,
  ...signalRoutes,
  ...alertRoutes,
  ...peopleRoutes,
  ...auditRoutes,
  ...productivityRoutes,
  ...processRoutes,
  ...dataRoutes,
  ...directoryRoutes,
  ...authoringRoutes,
  ...closingRoutes,
  ...criticalityRoutes,
  ...caseRoutes,
  ...deadlineRoutes,
  ...todayRoutes,
  ...logRoutes,
  ...improvementRoutes,
  ...workshopRoutes,
  ...proofRoutes,
  ...loopRoutes,
} as const;
