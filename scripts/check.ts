/** `npm run check`: format, lint, types and arrows. Prints what fails; exit 1 when anything does. */
import { runChecks } from './run-checks.ts';

const { failed } = await runChecks();
process.exitCode = failed > 0 ? 1 : 0;
