export type { CommandRunner } from './command-door.ts';
export { type RunningServer, type ServerSettings, startServer } from './start-server.ts';
export { toMailer } from './to-mailer.ts';
