import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type Dataset, Refusal } from '../kernel/index.ts';
import {
  chooseColumns,
  type ChosenColumns,
  findNewValues,
  type Mapping,
  prepareFile,
  type PreparedFile,
  publishStage,
  rawPath,
  type Reading,
  recogniser,
  rememberValues,
  type ResolvedCodes,
  stageFile,
  storeRawFile,
  verifyRaw,
  withdrawImport,
} from '../facts/index.ts';
import type { ImportRecord } from '../ledger/index.ts';
import { getDataset, type Institution } from './institution.ts';
import { projectCases } from './project-cases.ts';

/** What an import settled about its file, kept with it so that reading it again gives the same rows. */
export interface SettledIntake {
  readonly sources: readonly (readonly [
    string,
    ChosenColumns['sources'] extends ReadonlyMap<string, infer S> ? S : never,
  ])[];
  readonly readings: readonly (readonly [string, Reading])[];
  readonly codes: Readonly<Record<string, ResolvedCodes>>;
  readonly sheet: string | null;
  readonly header_line: number;
  /** Columns the header of the file has; cells beyond them are too many. */
  readonly named_columns: number;
  readonly encoding: string;
  readonly delimiter: string | null;
}

/**
 * Brings the projection up to what the ledger says: imports that are missing are read again from
 * their raw files, imports undone are taken out, cases worked since are read. After a kill between the two stores, or a
 * deleted projection, this is what makes them one again. A raw file that is gone or is not what
 * it was is refused, unless a file brought now has its bytes: then it takes its place.
 *
 * @param brought paths of files that the user brings
 */
export async function syncFacts(institution: Institution, brought: readonly string[] = []): Promise<void> {
  const { facts, ledger, ports } = institution;
  const inForce = new Map(ledger.listImports().map((record) => [record.seq, record]));
  const applied = await facts.applied();
  const missing = [...inForce.values()]
    .filter((record) => !applied.has(record.seq))
    .sort((a, b) => a.seq - b.seq);
  const extra = [...applied.keys()].filter((seq) => !inForce.has(seq));
  const undone = new Map(ledger.listImports({ include_undone: true }).map((record) => [record.seq, record]));
  for (const seq of extra) {
    const record = undone.get(seq);
    // An import the ledger never recorded was not acknowledged: its rows leave by their data set.
    const datasets = record
      ? [getDataset(institution.content, record.dataset)]
      : [...institution.content.catalogue.datasets.values()].filter((item) => !item.derived);
    await facts.duck.transaction(async () => {
      for (const dataset of datasets) await withdrawFacts(institution, dataset, seq);
    });
  }
  for (const [index, record] of missing.entries()) {
    ports.progress({ stage: 'rebuild', done: index, of: missing.length });
    await checkRaw(institution, record, brought);
    await applyImport(institution, record);
  }
  await projectCases(institution);
  await facts.refresh();
}

/** Takes an import's rows out of the projection, within the transaction under way. */
export async function withdrawFacts(institution: Institution, dataset: Dataset, seq: number): Promise<void> {
  const { duck } = institution.facts;
  await withdrawImport(duck, dataset, seq);
  await duck.run(`delete from applied where seq = ${seq}`);
  await duck.run(`delete from fact_extent where seq = ${seq}`);
  await duck.run(`delete from known_value where seq = ${seq}`);
}

/** The raw file of an import, read by what the import settled; refuses one that is gone. */
export async function openRawFile(institution: Institution, record: ImportRecord): Promise<PreparedFile> {
  const { facts, content, folder } = institution;
  const dataset = getDataset(content, record.dataset);
  const settled = record.detected['settled'] as SettledIntake;
  const options = {
    encoding: settled.encoding,
    ...(settled.delimiter === null ? {} : { delimiter: settled.delimiter }),
    ...(settled.sheet === null ? {} : { sheet: settled.sheet }),
    header_line: settled.header_line,
  };
  return prepareFile(
    rawPath(folder, record.raw_sha256),
    recogniser(dataset, record.mapping as Mapping | null),
    options,
    facts.temp,
  ).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'file-not-found')
      throw new Refusal('raw-file-missing', { import: record.id, file: record.file_name });
    throw error;
  });
}

/** Refuses an import whose raw file is not there, or not as it came; mends it from a file with its bytes. */
async function checkRaw(
  { folder }: Institution,
  { id, file_name, raw_sha256 }: ImportRecord,
  brought: readonly string[],
): Promise<void> {
  const { missing, corrupt } = await verifyRaw(folder, [raw_sha256]);
  if (missing.length + corrupt.length === 0) return;
  for (const path of brought) {
    const sha256 = await digestOfFile(path).catch(() => null);
    if (sha256 === raw_sha256) {
      await storeRawFile(path, folder);
      return;
    }
  }
  const code = missing.length > 0 ? 'raw-file-missing' : 'raw-file-damaged';
  throw new Refusal(code, { import: id, file: file_name });
}

async function digestOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Reads the raw file of an import again, by what it settled, and adds its rows. */
async function applyImport(institution: Institution, record: ImportRecord): Promise<void> {
  const { facts, content } = institution;
  const dataset = getDataset(content, record.dataset);
  const mapping = record.mapping as Mapping | null;
  const settled = record.detected['settled'] as SettledIntake;
  const prepared = await openRawFile(institution, record);
  try {
    const chosen: ChosenColumns = {
      ...chooseColumnsLeniently(dataset, prepared.header, mapping),
      sources: new Map(settled.sources),
    };
    await stageFile(facts.duck, {
      dataset,
      prepared,
      chosen,
      mapping,
      dates: null,
      rules: content.rules.get(dataset.id) ?? [],
      vocabulary: content.catalogue,
      place: await facts.place(),
      now_us: 0n,
      settled: { readings: new Map(settled.readings), codes: settled.codes },
    });
    const bad = institution.ledger
      .quarantineOf({ import: record.seq })
      .map((row) => Number(row.params['record']));
    await facts.duck.transaction(async () => {
      await publishStage(facts.duck, dataset, await facts.place(), record.seq, bad);
      await markApplied(institution, dataset, record.seq);
    });
  } finally {
    await prepared.dispose();
  }
}

/** Which headers nobody reads matters only when a file is brought; reading it again must not refuse. */
function chooseColumnsLeniently(
  dataset: Dataset,
  header: readonly string[],
  mapping: Mapping | null,
): ChosenColumns {
  try {
    return chooseColumns(dataset, header, mapping);
  } catch (error) {
    if (error instanceof Refusal) return { sources: new Map(), ignored: [] };
    throw error;
  }
}

/** Notes in the projection that an import is in it, with its rows, its last date, and its new names. */
export async function markApplied(
  institution: Institution,
  dataset: Dataset,
  seq: number,
): Promise<readonly { dimension: string; value: string; rows: number }[]> {
  const { duck } = institution.facts;
  const table = `"${dataset.id}_rows"`;
  const values = await findNewValues(duck, dataset, seq);
  await rememberValues(duck, dataset, seq);
  const dated = dataset.columns.find((column) => column.name === dataset.date);
  const date = !dated
    ? 'null::date'
    : dated.type === 'instant'
      ? `max(${dated.name}_local)::date`
      : `max("${dated.name}")`;
  await duck.run(
    `insert into fact_extent select '${dataset.id}', ${seq}, ${date} from ${table} where _import = ${seq}`,
  );
  await duck.run(
    `insert into applied select ${seq}, '${dataset.id}', count(*) from ${table} where _import = ${seq}`,
  );
  return values;
}
