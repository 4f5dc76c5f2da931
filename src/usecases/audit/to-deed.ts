import type { Language, LocalText, ProposalKind } from '../../kernel/index.ts';
import type { Ledger, TrailEntry } from '../../ledger/index.ts';
import { type DeedParams, sayProposal } from '../../sentences/index.ts';
import type { KeptSheet } from '../kept-sheet.ts';

type Row = Readonly<Record<string, unknown>>;

/** Settings that the program leaves by itself, whoever's work it followed. */
const AUTOMATIC = /^(?:figures\/|definition\/|figures-seen$)/;

const keyOf = (row: Row): string => (typeof row['key'] === 'string' ? row['key'] : '');

/** Whether a link is a note that the program made by itself. */
export function isAutomatic({ kind, payload }: TrailEntry): boolean {
  return kind === 'setting' && payload.writes.every(({ row }) => AUTOMATIC.test(keyOf(row)));
}

/** A setting by its key; of a sheet also the name it has, the version, why, and who approved it. */
function toSettingParams(row: Row, ledger: Ledger, language: Language): DeedParams {
  const key = keyOf(row);
  if (!/^(?:sheet|definition)\//.test(key)) return { key };
  const id = key.slice(key.indexOf('/') + 1);
  const definition = ledger.findSetting(`definition/${id}`)?.value as
    | { readonly sheet?: { readonly name?: LocalText } }
    | undefined;
  const name = definition?.sheet?.name?.[language] ?? id;
  if (!key.startsWith('sheet/')) return { key, name };
  const kept = JSON.parse(typeof row['value'] === 'string' ? row['value'] : '{}') as KeptSheet;
  const nameOf = (who: string | null) => (who === null ? null : (ledger.people.find(who)?.name ?? who));
  const approver = kept.approved_by && kept.approved_by !== kept.by ? kept.approved_by : null;
  return {
    key,
    name,
    version: kept.version,
    reason: kept.reason,
    retired: kept.text === '' ? 1 : 0,
    proposed_by: nameOf(kept.by),
    approved_by: nameOf(approver),
  };
}

/** What a link tells, read from the rows it left. Names of people are those of today. */
export function toDeedParams(entry: TrailEntry, ledger: Ledger, language: Language): DeedParams {
  const { writes, note = {} } = entry.payload;
  const rowOf = (table: string): Row => writes.find((write) => write.table === table)?.row ?? {};
  const text = (value: unknown): string =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const nameOf = (id: unknown): string => ledger.people.find(text(id))?.name ?? text(id);
  const count = (table: string): number => writes.filter((write) => write.table === table).length;
  const sayWhat = (): string => {
    const row = rowOf('proposals');
    const payload = JSON.parse(text(row['payload']) || '{}') as Row;
    const about = typeof payload['person'] === 'string' ? payload['person'] : row['subject'];
    const known = ledger.people.find(text(about))?.name ?? text(row['subject']);
    return sayProposal({ kind: row['kind'] as ProposalKind, subject: known, payload }, language);
  };
  switch (entry.kind) {
    case 'import':
    case 'undo': {
      const row = rowOf('imports');
      return {
        file: text(row['file_name']),
        rows: Number(row['count_read']),
        reason: text(row['undo_reason']),
      };
    }
    case 'corrected':
      return { rows: count('corrections') };
    case 'merge':
    case 'unmerge': {
      const row = rowOf('spelling_merges');
      return { from: text(row['from_value']), to: text(row['to_value']) };
    }
    case 'mapping': {
      const row = rowOf('saved_mappings');
      return { name: text(row['name']), version: Number(row['version']) };
    }
    case 'setting':
      return toSettingParams(rowOf('settings'), ledger, language);
    case 'started': {
      const profile = writes.find(({ row }) => row['key'] === 'institution')?.row['value'];
      const { name } = JSON.parse(text(profile) || '{}') as { readonly name?: string };
      return { institution: name ?? '', people: count('people') };
    }
    case 'signed-in':
      return { ip: text(rowOf('sessions')['ip']) };
    case 'session-ended':
      return { person: nameOf(note['person'] ?? rowOf('sessions')['person_id']) };
    case 'recovery-issued':
      return { person: nameOf(writes.at(-1)?.row['person_id']) };
    case 'proposed':
    case 'decided-alone':
    case 'approved':
    case 'rejected':
    case 'withdrawn':
      return { what: sayWhat() };
    case 'token-collected':
    case 'token-ended':
      return { name: text(rowOf('tokens')['name']) };
    case 'exception-ended':
      return { id: Number(rowOf('exceptions')['id']) };
    case 'finding-opened':
    case 'finding-answered':
    case 'finding-closed': {
      const row = rowOf('findings');
      return { id: Number(row['id']), subject: text(row['subject']) };
    }
    case 'read': {
      const row = rowOf('readings');
      return { subject: text(row['subject']), period: text(row['period']) };
    }
    default:
      return note;
  }
}
