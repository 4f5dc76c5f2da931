import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Dataset, parseInstant, type Problem, Refusal, toProblem, toSlug } from '../../kernel/index.ts';
import {
  type ChosenColumns,
  chooseColumns,
  type DateOrder,
  type Detected,
  findCorrectionColumn,
  listedValues,
  loadMapping,
  type Mapping,
  maskFile,
  type NewValueRow,
  prepareFile,
  type PreparedFile,
  publishStage,
  readMapping,
  recogniser,
  type Staged,
  type UnknownCodes,
  stageFile,
  storeRawFile,
  undoEscape,
} from '../../facts/index.ts';
import type { ImportCounts, ImportRecord, QuarantineDraft, QuarantineKey } from '../../ledger/index.ts';
import { getDataset, type Institution } from '../institution.ts';
import { markApplied, type SettledIntake } from '../sync-facts.ts';
import { type Corrections, findCorrections, ownHeader, toCorrectionMapping } from './find-corrections.ts';

export interface ImportRequest {
  readonly dataset: string;
  readonly file: string;
  readonly map: string | null;
  readonly dates: DateOrder | null;
  /** Tries without saving: everything is read and counted, nothing is kept. */
  readonly dry_run: boolean;
  /** Keeps a copy with card numbers crossed out instead of refusing the file. */
  readonly mask: boolean;
  /** Totals the sender gave with the file, compared before anything is kept. */
  readonly control: {
    readonly rows: number | null;
    readonly sums: readonly { readonly column: string; readonly total: string }[];
  };
}

export interface ImportReport {
  /** The import as recorded; null on a dry run. */
  readonly record: ImportRecord | null;
  /** True when these bytes were already imported this way: nothing changed. */
  readonly already: boolean;
  readonly dataset: string;
  readonly file_name: string;
  readonly counts: ImportCounts;
  /** Of an event log, the events that made the cases counted; null for other files. */
  readonly events: number | null;
  readonly detected: Detected;
  /** How each column was read: from which header, in which form, settled by which value. */
  readonly columns: readonly {
    readonly column: string;
    readonly header: string;
    /** Of an event log, the event whose cell it is; null for an attribute. */
    readonly event: { readonly which: 'first' | 'last'; readonly activities: readonly string[] } | null;
    readonly form: string;
    readonly settled_by: string;
  }[];
  readonly ignored: readonly string[];
  readonly new_values: readonly NewValueRow[];
  readonly new_counts: Readonly<Record<string, number>>;
  /** Texts of code columns that mean nothing yet: their rows wait until the mapping says what they mean. */
  readonly unknown_codes: readonly UnknownCodes[];
  readonly warnings: readonly Problem[];
  /** What is wrong with each row to correct, in file order. */
  readonly problems: readonly Problem[];
  readonly masked: number;
  /** Name of the saved equivalence that was used, if any. */
  readonly mapping: string | null;
  readonly not_cards: readonly string[];
}

/**
 * Brings a file into a data set: all of it or nothing. The raw file is kept byte for byte, rows
 * that cannot be read wait to be corrected with their place and reason, and every row is
 * accounted for. The same bytes read the same way change nothing.
 */
export async function importFile(institution: Institution, request: ImportRequest): Promise<ImportReport> {
  const dataset = getDataset(institution.content, request.dataset);
  if (request.map === null) return importByHeader(institution, dataset, request);
  let mapping: Mapping | null = await loadMapping(request.map, dataset);
  if (await bringsCorrections(institution, dataset, request.file, mapping))
    mapping = toCorrectionMapping(mapping);
  const prepared = await prepare(institution, dataset, request.file, mapping);
  try {
    const corrections = await findCorrections(institution, dataset, prepared);
    return await importPrepared(institution, dataset, request, prepared, mapping, request.map, corrections);
  } finally {
    await prepared.dispose();
  }
}

/** Imports a file by its own header, or by the equivalence known for such a header. */
async function importByHeader(
  institution: Institution,
  dataset: Dataset,
  request: ImportRequest,
): Promise<ImportReport> {
  const bare = await prepare(institution, dataset, request.file, null).catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
  if (bare instanceof Refusal) {
    const known = await findByLayout(institution, dataset, request.file);
    if (!known) throw bare;
    try {
      return await importPrepared(
        institution,
        dataset,
        request,
        known.prepared,
        known.mapping,
        known.name,
        null,
      );
    } finally {
      await known.prepared.dispose();
    }
  }
  let prepared = bare;
  try {
    const corrections = await findCorrections(institution, dataset, prepared);
    const saved =
      findReusable(institution, dataset, prepared) ??
      (corrections?.original.mapping
        ? { name: corrections.original.id, mapping: corrections.original.mapping as unknown as Mapping }
        : null);
    if (!saved) return await importPrepared(institution, dataset, request, prepared, null, null, corrections);
    const mapping = corrections ? toCorrectionMapping(saved.mapping) : withoutBytes(saved.mapping);
    await prepared.dispose();
    prepared = await prepare(institution, dataset, request.file, mapping);
    return await importPrepared(institution, dataset, request, prepared, mapping, saved.name, corrections);
  } finally {
    await prepared.dispose();
  }
}

/** An equivalence without what it said of the bytes of one file: this file told its own. */
function withoutBytes(mapping: Mapping): Mapping {
  const { encoding: _, delimiter: __, header_line: ___, ...rest } = mapping;
  return rest;
}

/** A saved equivalence that tells how to read a file which alone does not: its encoding, its separator... */
async function findByLayout(
  institution: Institution,
  dataset: Dataset,
  file: string,
): Promise<{ name: string; mapping: Mapping; prepared: PreparedFile } | null> {
  const newest = new Map(
    institution.ledger.listMappings({ dataset: dataset.id }).map((saved) => [saved.name, saved]),
  );
  for (const { name, yaml } of newest.values()) {
    const mapping = readMapping(yaml, name, dataset);
    if ((mapping.encoding ?? mapping.delimiter ?? mapping.header_line) === undefined) continue;
    const prepared = await prepare(institution, dataset, file, mapping).catch((error: unknown) => {
      if (error instanceof Refusal) return null;
      throw error;
    });
    if (prepared && mappingNameOf(dataset, prepared.header) === name) return { name, mapping, prepared };
    await prepared?.dispose();
  }
  return null;
}

/**
 * Whether a file is one of rows to correct, which is in another layout than the one that a mapping
 * tells of the original.
 */
async function bringsCorrections(
  institution: Institution,
  dataset: Dataset,
  file: string,
  mapping: Mapping,
): Promise<boolean> {
  const { encoding, delimiter, sheet, header_line } = mapping;
  if ((encoding ?? delimiter ?? sheet ?? header_line) === undefined) return false;
  const bare = await prepare(institution, dataset, file, toCorrectionMapping(mapping)).catch(
    (error: unknown) => {
      if (error instanceof Refusal) return null;
      throw error;
    },
  );
  await bare?.dispose();
  return bare !== null && findCorrectionColumn(bare.header) >= 0;
}

function prepare(
  institution: Institution,
  dataset: Dataset,
  file: string,
  mapping: Mapping | null,
): Promise<PreparedFile> {
  const { encoding, delimiter, sheet, header_line } = mapping ?? {};
  const options = {
    ...(encoding && { encoding }),
    ...(delimiter && { delimiter }),
    ...(sheet && { sheet }),
    ...(header_line && { header_line }),
  };
  return prepareFile(file, recogniser(dataset, mapping), options, institution.facts.temp);
}

/** Name under which the equivalence for files of this header is saved. */
function mappingNameOf(dataset: Dataset, header: readonly string[]): string {
  const digest = createHash('sha256')
    .update(ownHeader(header).map(toSlug).join('\n'))
    .digest('hex')
    .slice(0, 8);
  return `${dataset.id}-${digest}`;
}

/** The equivalence saved for files with this header. */
function findReusable(
  institution: Institution,
  dataset: Dataset,
  prepared: PreparedFile,
): { name: string; mapping: Mapping } | null {
  const name = mappingNameOf(dataset, prepared.header);
  const saved = institution.ledger.findMapping(name);
  return saved && saved.dataset === dataset.id
    ? { name, mapping: readMapping(saved.yaml, name, dataset) }
    : null;
}

function toDigest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

async function digestOfFile(path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { sha256: hash.digest('hex'), bytes };
}

async function importPrepared(
  institution: Institution,
  dataset: Dataset,
  request: ImportRequest,
  given: PreparedFile,
  mapping: Mapping | null,
  mappingName: string | null,
  corrections: Corrections | null,
): Promise<ImportReport> {
  const { ledger, facts, ports, content } = institution;
  let prepared = given;
  let source = request.file;
  let masked = 0;
  const notCards = mapping?.not_cards ?? [];
  const settledBefore = corrections?.original.detected['settled'] as SettledIntake | undefined;
  const dates = request.dates ?? (corrections?.original.options['dates'] as DateOrder | undefined) ?? null;
  if (request.mask) {
    source = join(facts.temp, `masked-${process.pid}.csv`);
    masked = (await maskFile(given, notCards, source)).masked;
    const again = mapping && { ...mapping };
    if (again) {
      // The copy is UTF-8 text: what the mapping said of the original's bytes no longer holds.
      delete again.encoding;
      delete again.delimiter;
      delete again.sheet;
    }
    prepared = await prepare(institution, dataset, source, again);
  }
  try {
    refuseCardsOutside(prepared);
    const { sha256, bytes } = await digestOfFile(source);
    const { encoding, delimiter, sheet, header_line } = prepared.detected;
    const layout = [encoding, delimiter, sheet, header_line];
    const intake_digest = toDigest([toCorrectionMapping(mapping), layout, dates, request.mask]);
    const same = ledger.findSameImport({ dataset: dataset.id, raw_sha256: sha256, intake_digest });
    const chosen = chooseColumns(dataset, prepared.header, mapping);
    if (same) {
      // A program killed right after the import was recorded had not kept its equivalence yet.
      if (!request.dry_run) {
        await keepMapping(institution, dataset, request, given, mapping);
        // Kept already, unless its copy rotted: then this one takes its place.
        await storeRawFile(source, institution.folder);
      }
      return toReport(dataset, request, prepared, chosen, null, {
        record: same,
        already: true,
        masked,
        mappingName,
        notCards,
      });
    }

    ports.progress({ stage: 'read', of: prepared.records });
    const now_us = parseInstant(ports.clock(), 'UTC') ?? 0n;
    const place = await facts.place();
    const staged = await stageFile(facts.duck, {
      dataset,
      prepared,
      chosen,
      mapping,
      dates,
      rules: content.rules.get(dataset.id) ?? [],
      vocabulary: content.catalogue,
      place,
      now_us,
      ...(settledBefore && { earlier: new Map(settledBefore.readings) }),
      settled: null,
    });
    await compareControl(institution, dataset, request, prepared.records);
    const quarantine = await toQuarantine(dataset, prepared, chosen, staged);
    if (!request.dry_run) {
      const kept = await storeRawFile(source, institution.folder, ports.step);
      // Someone saved the file while it was read: what was checked is not what was kept.
      if (kept.sha256 !== sha256) throw new Refusal('source-changed', { file: basename(request.file) });
    }

    const seq = Math.max(0, ...ledger.listImports({ include_undone: true }).map((record) => record.seq)) + 1;
    let report: ImportReport | undefined;
    const outcome = facts.duck.transaction(async () => {
      ports.progress({ stage: 'check', of: prepared.records });
      ports.step('facts-insert');
      const published = await publishStage(
        facts.duck,
        dataset,
        place,
        seq,
        staged.bad.map((row) => row.ordinal),
      );
      const values = await markApplied(institution, dataset, seq);
      const counts: ImportCounts = {
        read: staged.records + prepared.blank,
        ...published,
        quarantined: quarantine.length,
        blank: prepared.blank,
      };
      report = toReport(dataset, request, prepared, chosen, staged, {
        record: null,
        already: false,
        masked,
        mappingName,
        notCards,
        counts,
        values,
        quarantine,
      });
      if (request.dry_run) throw new DryRun();
      const record = ledger.recordImport(
        {
          dataset: dataset.id,
          file_name: basename(request.file),
          raw_sha256: sha256,
          raw_bytes: bytes,
          mapping,
          mapping_digest: mapping && toDigest(mapping),
          intake_digest,
          options: { dates, mask: request.mask, control: request.control },
          detected: { ...prepared.detected, settled: toSettled(prepared, chosen, staged) },
          header: prepared.header,
          counts,
          new_values: listedValues(values),
          warnings: report.warnings,
          corrects: [...(corrections?.keys ?? []), ...findReadAgain(institution, dataset, sha256)],
        },
        quarantine,
        ports.step,
      );
      if (record.seq !== seq) throw new Error(`import got number ${record.seq}, not ${seq}`);
      report = { ...report, record };
      ports.step('facts-commit');
    });
    await outcome.catch((error: unknown) => {
      if (!(error instanceof DryRun)) throw error;
    });
    ports.step('facts-committed');
    if (!request.dry_run) {
      await keepMapping(institution, dataset, request, given, mapping);
      await facts.refresh();
    }
    if (!report) throw new Error('an import ended without a report');
    return report;
  } finally {
    if (prepared !== given) await prepared.dispose();
    if (request.mask) await rm(source, { force: true });
  }
}

/** Keeps the equivalence a person gave, for the next file with this header. */
async function keepMapping(
  { ledger }: Institution,
  dataset: Dataset,
  request: ImportRequest,
  given: PreparedFile,
  mapping: Mapping | null,
): Promise<void> {
  if (request.map === null || !mapping || findCorrectionColumn(given.header) >= 0) return;
  ledger.saveMapping(mappingNameOf(dataset, given.header), dataset.id, await readFile(request.map, 'utf8'));
}

/** Ends a transaction that was only a trial. */
class DryRun extends Error {}

/** Rows that waited after these same bytes were read another way: now they are read again. */
function findReadAgain({ ledger }: Institution, dataset: Dataset, sha256: string): QuarantineKey[] {
  return ledger
    .listImports({ dataset: dataset.id })
    .filter((record) => record.raw_sha256 === sha256)
    .flatMap((record) => ledger.quarantineOf({ import: record.seq, state: 'open' }))
    .map(({ import_seq, ordinal }) => ({ import_seq, ordinal }));
}

/** Card numbers in titles or totals refuse the file like those in rows. */
function refuseCardsOutside(prepared: PreparedFile): void {
  const places = prepared.pans_outside.map(({ line, column, masked }) => `${line}: ${column} ${masked}`);
  if (places.length > 0) throw new Refusal('card-numbers', { places: places.slice(0, 10), n: places.length });
}

function toSettled(prepared: PreparedFile, chosen: ChosenColumns, staged: Staged): SettledIntake {
  const { encoding, sheet, header_line, delimiter } = prepared.detected;
  return {
    sources: [...chosen.sources],
    readings: [...staged.readings],
    codes: staged.codes,
    sheet,
    header_line,
    named_columns: prepared.named_columns,
    encoding,
    delimiter,
  };
}

/** Compares the totals the sender gave with what was read; refuses a difference before anything is kept. */
async function compareControl(
  institution: Institution,
  dataset: Dataset,
  request: ImportRequest,
  records: number,
): Promise<void> {
  const { rows, sums } = request.control;
  if (rows !== null && rows !== records)
    throw new Refusal('control-total-differs', { what: 'rows', given: String(rows), read: String(records) });
  for (const { column, total } of sums) {
    const declared = dataset.columns.find((candidate) => candidate.name === column);
    if (!declared || !['integer', 'decimal', 'duration'].includes(declared.type))
      throw new Refusal('control-column-unknown', { column, dataset: dataset.id });
    const factor =
      declared.type === 'integer'
        ? 1
        : declared.type === 'decimal'
          ? 1_000_000
          : declared.measured_in === 'h'
            ? 3_600_000_000
            : declared.measured_in === 's'
              ? 1_000_000
              : 60_000_000;
    const [row] = await institution.facts.duck.rows(
      `select coalesce(sum("${column}"), 0) = (try_cast('${total.replaceAll("'", '')}' as decimal(28, 9)) * ${factor}) as same, (coalesce(sum("${column}"), 0) / ${factor})::varchar as read from stage`,
    );
    if (row?.same !== true)
      throw new Refusal('control-total-differs', { what: column, given: total, read: String(row?.read) });
  }
}

/** Rows that wait to be corrected, with line, column and cells as they were in the file. */
async function toQuarantine(
  dataset: Dataset,
  prepared: PreparedFile,
  chosen: ChosenColumns,
  staged: Staged,
): Promise<QuarantineDraft[]> {
  if (staged.bad.length === 0) return [];
  const brought = findCorrectionColumn(prepared.header) >= 0;
  const places = await prepared.locate(staged.bad.map((row) => row.record));
  return staged.bad.map((row): QuarantineDraft => {
    const place = places.get(row.record);
    const source = chosen.sources.get(row.column);
    const index =
      source?.kind === 'one'
        ? source.index
        : source?.kind === 'date-time'
          ? row.code === 'date-without-time'
            ? source.time
            : source.date
          : source?.kind === 'event'
            ? (source.take ?? chosen.log?.time ?? null)
            : null;
    const rule = dataset.rules.find((candidate) => candidate.code === row.code);
    const column = dataset.columns.find((candidate) => candidate.name === row.column);
    return {
      line: place?.line ?? null,
      byte: place?.byte ?? null,
      column: index === null ? null : index + 1,
      column_name: index === null ? null : (prepared.header[index] ?? null),
      code: rule ? 'row-rule' : row.code,
      params: {
        record: row.ordinal,
        value: index === null ? '' : (place?.cells[index] ?? ''),
        hint: row.hint,
        rule: rule ? row.code : null,
        es: rule?.text.es ?? column?.label.es ?? '',
        en: rule?.text.en ?? column?.label.en ?? '',
      },
      cells: (place?.cells ?? []).map(brought ? undoEscape : String),
      fact_date: row.fact_date,
    };
  });
}

/** The problem of one row to correct, as it is told. */
export function toRowProblem(
  file: string,
  row: Pick<QuarantineDraft, 'line' | 'column_name' | 'code' | 'params'>,
): Problem {
  const where = {
    file,
    ...(row.line === null ? {} : { line: row.line }),
    ...(row.column_name === null ? {} : { path: row.column_name }),
  };
  const hint = String(row.params['hint'] ?? '');
  return toProblem(row.code, where, row.params, hint === '' ? undefined : hint);
}

function toReport(
  dataset: Dataset,
  request: ImportRequest,
  prepared: PreparedFile,
  chosen: ChosenColumns,
  staged: Staged | null,
  rest: {
    record: ImportRecord | null;
    already: boolean;
    masked: number;
    mappingName: string | null;
    notCards: readonly string[];
    counts?: ImportCounts;
    values?: readonly NewValueRow[];
    quarantine?: readonly QuarantineDraft[];
  },
): ImportReport {
  const file_name = basename(request.file);
  const counts = rest.counts ?? rest.record?.counts;
  if (!counts) throw new Error('a report without counts');
  const columns = [...chosen.sources].map(([column, source]) => {
    const reading = staged?.readings.get(column);
    const header =
      source.kind === 'one'
        ? prepared.header[source.index]!
        : source.kind === 'date-time'
          ? `${prepared.header[source.date]} + ${prepared.header[source.time]}`
          : source.kind === 'constant'
            ? `= ${source.value}`
            : prepared.header[source.take ?? chosen.log?.time ?? -1]!;
    const event = source.kind === 'event' ? { which: source.which, activities: source.activities } : null;
    const form = reading?.kind === 'date' ? reading.form : reading?.kind === 'number' ? reading.mark : '';
    const settled_by = reading && 'settled_by' in reading ? reading.settled_by : '';
    return { column, header, event, form, settled_by };
  });
  const new_counts: Record<string, number> = {};
  for (const { dimension } of rest.values ?? []) new_counts[dimension] = (new_counts[dimension] ?? 0) + 1;
  return {
    record: rest.record,
    already: rest.already,
    dataset: dataset.id,
    file_name,
    counts,
    events: chosen.log ? prepared.records : null,
    detected: prepared.detected,
    columns,
    ignored: chosen.ignored,
    new_values: listedValues(rest.values ?? []),
    new_counts,
    unknown_codes: staged?.unknown ?? [],
    warnings: [...prepared.warnings, ...(staged?.warnings ?? [])],
    problems: (rest.quarantine ?? []).map((row) => toRowProblem(file_name, row)),
    masked: rest.masked,
    mapping: rest.mappingName,
    not_cards: rest.notCards,
  };
}
