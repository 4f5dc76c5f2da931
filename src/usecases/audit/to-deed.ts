import { type Language, type LocalText, parsePeriod, type ProposalKind } from '../../kernel/index.ts';
import { findCorrectionColumn } from '../../facts/index.ts';
import type { Ledger, TrailEntry } from '../../ledger/index.ts';
import { type DeedParams, nameResult, printPeriod, sayProposal } from '../../sentences/index.ts';
import type { KeptSheet } from '../kept-sheet.ts';

type Row = Readonly<Record<string, unknown>>;

/** Settings that the program leaves by itself, whoever's work it followed. */
const AUTOMATIC = /^(?:figures\/|definition\/|figures-seen$)/;

const keyOf = (row: Row): string => (typeof row['key'] === 'string' ? row['key'] : '');

/** Whether a link is a note that the program made by itself. */
export function isAutomatic({ kind, payload }: TrailEntry): boolean {
  return kind === 'setting' && payload.writes.every(({ row }) => AUTOMATIC.test(keyOf(row)));
}

/** The name of an indicator's sheet as it was last kept; its id where none was. */
function nameSheet(ledger: Ledger, id: string, language: Language): string {
  const definition = ledger.findSetting(`definition/${id}`)?.value as
    | { readonly sheet?: { readonly name?: LocalText } }
    | undefined;
  return definition?.sheet?.name?.[language] ?? id;
}

/** A setting by its key; of a sheet also the name it has, the version, why, and who approved it. */
function toSettingParams(row: Row, ledger: Ledger, language: Language): DeedParams {
  const key = keyOf(row);
  if (!/^(?:sheet|definition|confirmed)\//.test(key)) return { key };
  const name = nameSheet(ledger, key.slice(key.indexOf('/') + 1), language);
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

/** Files whose rows an import brought back corrected. */
function nameCorrected({ payload }: TrailEntry, ledger: Ledger): string {
  const seqs = new Set(
    payload.writes.flatMap(({ table, row }) => (table === 'corrections' ? [Number(row['import_seq'])] : [])),
  );
  if (seqs.size === 0) return '';
  const records = ledger.listImports({ include_undone: true });
  return [...new Set(records.filter(({ seq }) => seqs.has(seq)).map(({ file_name }) => file_name))].join(
    ', ',
  );
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
      const header = JSON.parse(text(row['header']) || '[]') as readonly string[];
      return {
        file: text(row['file_name']),
        rows: Number(row['count_read']),
        entered: Number(row['count_accepted']) + Number(row['count_updated']),
        waiting: Number(row['count_quarantined']),
        repeated: Number(row['count_duplicate']),
        // Rows that came back corrected, and the files they had first come in.
        corrected:
          findCorrectionColumn(header) < 0
            ? 0
            : Math.min(count('corrections'), Number(row['count_read']) - Number(row['count_blank'])),
        of: nameCorrected(entry, ledger),
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
    case 'access-reset':
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
      return { id: Number(row['id']), subject: nameSheet(ledger, text(row['subject']), language) };
    }
    case 'period-closed':
    case 'period-restated': {
      const row = rowOf('closings');
      return { period: text(row['period']), version: Number(row['version']), reason: text(row['cause']) };
    }
    case 'rows-contested':
    case 'contest-answered': {
      const row = rowOf('contests');
      const rows = (JSON.parse(text(row['keys']) || '[]') as readonly unknown[]).length;
      return {
        id: Number(row['id']),
        period: text(row['period']),
        state: text(row['state']),
        rows,
        reason: text(row['reason']),
      };
    }
    case 'log-added':
    case 'log-changed':
    case 'log-removed': {
      const row = rowOf('event_logs');
      return { name: text(row['name']), file: text(row['file_name']) };
    }
    case 'read': {
      const row = rowOf('readings');
      const subject = text(row['subject']);
      return {
        subject: nameResult(subject, language) ?? nameSheet(ledger, subject, language),
        period: parsePeriod(text(row['period']))
          ? printPeriod(text(row['period']), language)
          : text(row['period']),
      };
    }
    default:
      return note;
  }
}
