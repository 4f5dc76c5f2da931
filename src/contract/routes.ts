import { auditRoutes } from './audit.ts';
import { authoringRoutes } from './authoring.ts';
import { backupRoutes } from './backup.ts';
import { dataRoutes } from './data.ts';
import { directoryRoutes } from './directory.ts';
import { homeRoutes } from './home.ts';
import { indicatorRoutes } from './indicators.ts';
import { peopleRoutes } from './people.ts';
import { productivityRoutes } from './productivity.ts';
import { reportRoutes } from './report.ts';
import { systemRoutes } from './system.ts';
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
  ...dataRoutes,
  ...directoryRoutes,
  ...authoringRoutes,
} as const;
