/** The command line without its outside: what tests enter it by; `main.ts` assembles the program. */
export type { Command, Exit } from './command.ts';
export { importCommand } from './commands/import.ts';
export { discover } from './commands/discover.ts';
export { measure } from './commands/measure.ts';
export { check, imports, quarantine, rebuild, undo, verify } from './commands/upkeep.ts';
export { run, type Surroundings } from './run.ts';
