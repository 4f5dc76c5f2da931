import type { Params, Problem } from '../kernel/index.ts';

/** What became of the rows of a file: read = accepted + updated + quarantined + duplicate + blank. */
export interface ImportCounts {
  readonly read: number;
  readonly accepted: number;
  readonly updated: number;
  readonly quarantined: number;
  readonly duplicate: number;
  readonly blank: number;
}

/** A unit, person, client, channel or reason first seen in an import, with its rows. */
export interface NewValue {
  readonly dimension: string;
  readonly value: string;
  readonly rows: number;
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** An import as the intake hands it over. */
export interface ImportDraft {
  readonly dataset: string;
  /** Name the file had where the user kept it, for people to recognise. */
  readonly file_name: string;
  readonly raw_sha256: string;
  readonly raw_bytes: number;
  /** The mapping used, as plain JSON; null when headers were recognised without one. */
  readonly mapping: JsonObject | null;
  readonly mapping_digest: string | null;
  /** Digest of all that decides how bytes become rows: mapping and forced options. */
  readonly intake_digest: string;
  readonly options: JsonObject;
  readonly detected: JsonObject;
  /** Header of the file, so that quarantined cells can be read by column. */
  readonly header: readonly string[];
  readonly counts: ImportCounts;
  readonly new_values: readonly NewValue[];
  readonly warnings: readonly Problem[];
  /** Quarantined rows of earlier imports that this one brings back corrected. */
  readonly corrects?: readonly QuarantineKey[];
}

/** An import as the ledger keeps it. */
export interface ImportRecord extends Omit<ImportDraft, 'corrects'> {
  /** Order of arrival, strictly growing, never reused: the later import wins. */
  readonly seq: number;
  /** Short name shown to people: `requests-3f2a91`. */
  readonly id: string;
  readonly imported_at: string;
  readonly undone_at: string | null;
  readonly undo_reason: string | null;
  /** Digest of its entry in the audit chain. */
  readonly digest: string;
}

/** Names one quarantined row: the import's seq and the row's ordinal in its quarantine, from 1. */
export interface QuarantineKey {
  readonly import_seq: number;
  readonly ordinal: number;
}

/** A row that waits to be corrected, as the intake hands it over, in file order. */
export interface QuarantineDraft {
  /** Line of the text file or row of the sheet, from 1. */
  readonly line: number | null;
  /** Offset of the row's first byte in the raw file. */
  readonly byte: number | null;
  /** Column of the file, from 1, and its name, where one cell is to blame. */
  readonly column: number | null;
  readonly column_name: string | null;
  readonly code: string;
  readonly params: Params;
  /** The cells as they were in the file. */
  readonly cells: readonly (string | null)[];
  /** ISO date of the period the row would fall in; null when it cannot be read. */
  readonly fact_date: string | null;
}

/** `undone`: its import was undone. `corrected`: an import in force brought it back. */
export type QuarantineState = 'open' | 'corrected' | 'undone';

/** A quarantined row as the ledger keeps it. */
export interface QuarantineRow extends QuarantineDraft, QuarantineKey {
  readonly import_id: string;
  readonly dataset: string;
  readonly file_name: string;
  readonly state: QuarantineState;
  /** Seq of the latest import in force that corrects it. */
  readonly corrected_by: number | null;
}
