import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Dataset, parseInstant, type Problem, Refusal, toWarning } from '../../kernel/index.ts';
import {
  type ChosenColumns,
  chooseColumns,
  type DateOrder,
  findCorrectionColumn,
  findLostZeros,
  findTextKey,
  listedValues,
  loadMapping,
  type Mapping,
  maskFile,
  type PreparedFile,
  printMapping,
  publishStage,
  readMapping,
  type Staged,
  stageFile,
  storeRawFile,
} from '../../facts/index.ts';
import type { ImportCounts, QuarantineKey } from '../../ledger/index.ts';
import { getDataset, type Institution } from '../institution.ts';
import { markApplied, type SettledIntake } from '../sync-facts.ts';
import { compareControl, type ControlTotals } from './compare-control.ts';
import { compareTotals } from './compare-totals.ts';
import { countMonths } from './count-months.ts';
import { type Corrections, findCorrections, toCorrectionMapping } from './find-corrections.ts';
import { findEarlierReadings } from './find-earlier-readings.ts';
import {
  bringsCorrections,
  findByLayout,
  findReusable,
  mappingNameOf,
  prepare,
  withoutBytes,
} from './find-mapping.ts';
import { offerMapping } from './hidden-mappings.ts';
import { type ImportReport, toReport } from './import-report.ts';
import { toQuarantine } from './quarantine-row.ts';
import { refuseOtherUnits } from './refuse-other-units.ts';
import { refuseOverLimit, type RejectLimit } from './reject-limit.ts';

export interface ImportRequest {
  readonly dataset: string;
  readonly file: string;
  /** Path of the mapping; null to read the file by its header, or by the equivalence known for it. */
  readonly map: string | null;
  /** The mapping itself, in place of a path. */
  readonly mapping?: Mapping | null;
  readonly dates: DateOrder | null;
  /** Tries without saving: everything is read and counted, nothing is kept. */
  readonly dry_run: boolean;
  /** Keeps a copy with card numbers crossed out instead of refusing the file. */
  readonly mask: boolean;
  /** Totals the sender gave with the file, compared before anything is kept. */
  readonly control: ControlTotals;
  /** Units whose rows may come in; a file with others is refused. Null or absent for any. */
  readonly units?: readonly string[] | null;
  /** Share of the rows that may wait to be corrected without a reason, and the reason to let more in. */
  readonly rejects?: RejectLimit | null;
}

/**
 * Brings a file into a data set: all of it or nothing. The raw file is kept byte for byte, rows
 * that cannot be read wait to be corrected with their place and reason, and every row is
 * accounted for. The same bytes read the same way change nothing.
 */
export async function importFile(institution: Institution, request: ImportRequest): Promise<ImportReport> {
  const dataset = getDataset(institution.content, request.dataset);
  let mapping = await findGivenMapping(dataset, request);
  if (mapping === null) return importByHeader(institution, dataset, request);
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

/** The mapping that came with the request: as an object it is checked like the text it stands for. */
async function findGivenMapping(dataset: Dataset, { map, mapping }: ImportRequest): Promise<Mapping | null> {
  if (mapping) return readMapping(printMapping(mapping), 'equivalencia', dataset);
  return map === null ? null : loadMapping(map, dataset);
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
      return toReport(dataset, request.file, prepared, chosen, null, {
        record: same,
        already: true,
        masked,
        mappingName,
        notCards,
        months: await countMonths(institution, dataset, same.seq, same.counts.duplicate),
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
      earlier: settledBefore
        ? new Map(settledBefore.readings)
        : findEarlierReadings(institution, dataset, given),
      settled: null,
    });
    await compareControl(institution, dataset, request.control, prepared.records);
    const differences = await compareTotals(institution, dataset, prepared, chosen, basename(request.file));
    await refuseOtherUnits(institution, dataset, request.units ?? null);
    const quarantine = await toQuarantine(dataset, prepared, chosen, staged);
    refuseOverLimit(request.rejects ?? null, quarantine.length, staged.records);
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
      const zeros = await watchZeros(institution, dataset, seq, corrections);
      const months = await countMonths(institution, dataset, seq, published.duplicate);
      const counts: ImportCounts = {
        read: staged.records + prepared.blank,
        ...published,
        quarantined: quarantine.length,
        blank: prepared.blank,
      };
      report = toReport(dataset, request.file, prepared, chosen, staged, {
        record: null,
        already: false,
        masked,
        mappingName,
        notCards,
        counts,
        values,
        quarantine,
        months,
      });
      report = { ...report, warnings: [...differences, ...report.warnings, ...zeros] };
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
          options: {
            dates,
            mask: request.mask,
            control: request.control,
            ...(request.rejects?.reason && { reason: request.rejects.reason }),
            ...(ledger.actor !== null && { by: ledger.actor }),
          },
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

/**
 * Zeros that a spreadsheet took from the front of keys: a row that comes back corrected under
 * another key would count beside the true one, so that file is refused; elsewhere it is told.
 */
async function watchZeros(
  { facts }: Institution,
  dataset: Dataset,
  seq: number,
  corrections: Corrections | null,
): Promise<Problem[]> {
  const key = findTextKey(dataset);
  const settled = corrections?.original.detected['settled'] as SettledIntake | undefined;
  const source = settled?.sources.find(([column]) => column === key)?.[1];
  if (corrections && source?.kind === 'one') {
    const earlier = corrections.cells.map((cells) => cells[source.index] ?? '').filter((text) => text !== '');
    const changed = await findLostZeros(facts.duck, dataset, seq, earlier);
    if (changed) throw new Refusal('correction-key-changed', { now: changed.now, before: changed.before });
  }
  const lost = await findLostZeros(facts.duck, dataset, seq, null);
  return lost ? [toWarning('keys-without-zeros', {}, { n: lost.n, now: lost.now, before: lost.before })] : [];
}

/** Keeps the equivalence a person gave, for the next file with this header. */
async function keepMapping(
  { ledger }: Institution,
  dataset: Dataset,
  request: ImportRequest,
  given: PreparedFile,
  mapping: Mapping | null,
): Promise<void> {
  if (!mapping || findCorrectionColumn(given.header) >= 0) return;
  const yaml = request.mapping
    ? printMapping(mapping)
    : request.map === null
      ? null
      : await readFile(request.map, 'utf8');
  if (yaml === null) return;
  const name = mappingNameOf(dataset, given);
  ledger.saveMapping(name, dataset.id, yaml);
  offerMapping(ledger, name);
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
