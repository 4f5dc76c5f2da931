import { basename } from 'node:path';
import { Refusal, type Scope } from '../../kernel/index.ts';
import { storeRawFile } from '../../facts/index.ts';
import type { EventLogRecord } from '../../ledger/index.ts';
import type { Institution } from '../institution.ts';
import { askFlow } from './ask-flow.ts';
import { getProcedure } from './get-procedure.ts';
import type { LogAnalysis, LogReading } from './log-analysis.ts';
import { dropLogDraft, getLogDraft } from './log-drafts.ts';
import { type LogView, toLogView } from './log-view.ts';
import { refuseOutOfReach } from './reach-log.ts';
import { getLog, toFileKey } from './view-log.ts';

type Place = Pick<Institution, 'folder' | 'ledger' | 'content' | 'facts' | 'ports'>;

/** What a person settled of a log: how it is read and what it is held against. */
export interface SettledLog {
  readonly reading: LogReading | null;
  readonly procedure: string | null;
  /** Step by activity; null for one left aside. */
  readonly steps: Readonly<Record<string, string | null>>;
}

interface AskedDraft extends SettledLog {
  readonly draft: string;
  readonly scope: Scope;
}

async function analyseDraft(
  institution: Place,
  { draft, reading, procedure: id, steps, scope }: AskedDraft,
): Promise<{ analysis: LogAnalysis; view: LogView; path: string; name: string }> {
  const { path, name, sha256 } = await getLogDraft(institution, draft);
  const procedure = id === null ? null : getProcedure(institution.content, id);
  if (procedure) refuseOutOfReach(institution.content, scope, procedure.process);
  const analysis = await askFlow(toFileKey(sha256, reading), { procedure, steps }, async () => ({
    kind: 'file',
    path,
    reading,
    temp: institution.facts.temp,
    fresh: true,
  }));
  const about = { id: draft, name: { es: name, en: name }, file_name: name, procedure, steps };
  return { analysis, view: toLogView(about, analysis), path, name };
}

/** What a log that was brought says as it is settled now; nothing is kept. */
export async function inspectLog(institution: Place, asked: AskedDraft): Promise<LogView> {
  return (await analyseDraft(institution, asked)).view;
}

/**
 * Keeps a log: its file under its digest, and how it is read and held against its procedure. Who
 * reaches some processes alone keeps logs of those.
 */
export async function keepLog(
  institution: Place,
  { name, ...asked }: AskedDraft & { readonly name: string },
): Promise<EventLogRecord> {
  const { analysis, view, path, name: file_name } = await analyseDraft(institution, asked);
  const process = view.procedure?.process ?? null;
  refuseOutOfReach(institution.content, asked.scope, process);
  const { sha256, bytes } = await storeRawFile(path, institution.folder);
  const record = institution.ledger.event_logs.add({
    name: name.trim() === '' ? file_name : name.trim(),
    file_name,
    raw_sha256: sha256,
    raw_bytes: bytes,
    reading: asked.reading,
    process,
    steps: { procedure: view.procedure?.id ?? null, of: asked.steps },
    cases: analysis.cases,
    events: analysis.events,
  });
  await dropLogDraft(institution, asked.draft);
  return record;
}

/** Keeps a log that a program brings, held against a procedure as its activities are named. */
export async function bringLog(
  institution: Place,
  { path, name, procedure: id }: { readonly path: string; readonly name: string; readonly procedure: string },
): Promise<EventLogRecord> {
  const procedure = getProcedure(institution.content, id);
  const { sha256, bytes } = await storeRawFile(path, institution.folder);
  const { temp } = institution.facts;
  const against = { procedure, steps: {} };
  const { cases, events } = await askFlow(toFileKey(sha256, null), against, async () => ({
    kind: 'file',
    path,
    reading: null,
    temp,
    fresh: true,
  }));
  return institution.ledger.event_logs.add({
    name,
    file_name: basename(path),
    raw_sha256: sha256,
    raw_bytes: bytes,
    reading: null,
    process: procedure.process,
    steps: { procedure: procedure.id, of: {} },
    cases,
    events,
  });
}

/** Settles again what a kept log is called and held against. */
export function changeLog(
  institution: Place,
  input: Pick<SettledLog, 'procedure' | 'steps'> & {
    readonly id: string;
    readonly name: string;
    readonly scope: Scope;
  },
): void {
  const record = getLog(institution, input.id, input.scope);
  const procedure = input.procedure === null ? null : getProcedure(institution.content, input.procedure);
  const process = procedure?.process ?? null;
  refuseOutOfReach(institution.content, input.scope, process);
  if (input.name.trim() === '') throw new Refusal('log-without-name', {});
  institution.ledger.event_logs.change(record.id, {
    name: input.name.trim(),
    process,
    steps: { procedure: procedure?.id ?? null, of: input.steps },
  });
}

/** Takes a log out of the list; its file stays among the raw ones. */
export function removeLog(
  institution: Place,
  { id, scope }: { readonly id: string; readonly scope: Scope },
): void {
  institution.ledger.event_logs.remove(getLog(institution, id, scope).id);
}
