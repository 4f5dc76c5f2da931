import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Dataset, parseInstant, Refusal } from '../../kernel/index.ts';
import {
  chooseColumns,
  compareEncodings,
  guessColumns,
  type GuessedColumn,
  type Mapping,
  prepareFile,
  type PreparedFile,
  previewFile,
  printMapping,
  readMapping,
  readTopLines,
} from '../../facts/index.ts';
import { getDataset, type Institution } from '../institution.ts';
import { getDraft, noteMapping } from './drafts.ts';
import { findEarlierReadings } from './find-earlier-readings.ts';
import { findReusable, recogniseAny, withoutBytes } from './find-mapping.ts';
import { findKnownNames, listFileDatasets, rankDatasets } from './guess-dataset.ts';
import { type Inspection, toInspection } from './inspection.ts';

/** How a person says the bytes of a file are laid out. */
export type Layout = Pick<Mapping, 'encoding' | 'delimiter' | 'sheet' | 'header_line'>;

export interface InspectInput {
  readonly draft: string;
  /** Id of the person the draft belongs to. */
  readonly by: string;
  /** Null to have it guessed. */
  readonly dataset: string | null;
  /** What was corrected of the layout, while columns are still to be guessed. */
  readonly layout: Layout;
  /** Everything as the person has it; null to have the columns guessed. */
  readonly mapping: Mapping | null;
}

const TOP_LINES = 14;
const SHOWN = { first: 50, wrong: 50 } as const;

/**
 * Looks at a draft and tells all that was found out: how it is laid out, of what data set it seems
 * to be, which header gives each column, what is open, and the first rows as they stand and as
 * they are understood. Keeps nothing of it but what the person corrected. A file that cannot be
 * laid out comes back `blocked`, with its first lines, for the person to say how.
 */
export async function inspectDraft(institution: Institution, input: InspectInput): Promise<Inspection> {
  const draft = await getDraft(institution, input.draft, input.by);
  const wanted = input.dataset ?? input.mapping?.dataset ?? null;
  const dataset = wanted === null ? null : getDataset(institution.content, wanted);
  if (input.mapping && dataset) readMapping(printMapping(input.mapping), 'equivalencia', dataset);
  await noteMapping(institution, draft, input.mapping);
  const layout: Layout = input.mapping ?? input.layout;
  const isBook = /\.xls[xm]?$/i.test(draft.name);
  const encodings = isBook ? [] : await compareEncodings(draft.path);
  const encoding = layout.encoding ?? (encodings.length === 0 ? 'utf-8' : 'windows-1252');
  const prepared = await prepareAny(institution, draft.path, dataset, layout).catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
  if (prepared instanceof Refusal) {
    const top = isBook ? [] : await readTopLines(draft.path, encoding, TOP_LINES).catch(() => []);
    return toInspection({ institution, draft, blocked: prepared, encodings, top, layout });
  }
  try {
    const told = prepared.detected.format === 'csv' ? prepared.detected.encoding : 'utf-8';
    const top = prepared.detected.format === 'csv' ? await readTopLines(draft.path, told, TOP_LINES) : [];
    const known = await findKnownNames(institution);
    const datasets = rankDatasets(institution, prepared, known);
    const chosen = dataset ?? getDataset(institution.content, datasets[0]!.id);
    const found = await chooseMapping(institution, chosen, prepared, input, known);
    const mapping = found.mapping;
    const { sources, ignored } = chooseLeniently(chosen, prepared.header, mapping);
    const temp_dir = await mkdtemp(join(institution.facts.temp, 'preview-'));
    try {
      const preview = await previewFile(institution.facts.duck, {
        dataset: chosen,
        prepared,
        chosen: { ...chooseLeniently(chosen, prepared.header, mapping), sources, ignored },
        mapping,
        rules: institution.content.rules.get(chosen.id) ?? [],
        vocabulary: institution.content.catalogue,
        place: await institution.facts.place(),
        now_us: parseInstant(institution.ports.clock(), 'UTC') ?? 0n,
        earlier: findEarlierReadings(institution, chosen, prepared),
        temp_dir,
        ...SHOWN,
      });
      return toInspection({
        institution,
        draft,
        encodings,
        top,
        layout,
        found: { prepared, datasets, dataset: chosen, preview, sources, ignored, ...found },
      });
    } finally {
      await rm(temp_dir, { recursive: true, force: true });
    }
  } finally {
    await prepared.dispose();
  }
}

/** Prepares a file whose data set may not be known yet: any known column name tells where the header is. */
function prepareAny(
  institution: Institution,
  path: string,
  dataset: Dataset | null,
  layout: Layout,
): Promise<PreparedFile> {
  const { encoding, delimiter, sheet, header_line } = layout;
  const candidates = dataset ? [dataset] : listFileDatasets(institution);
  return prepareFile(
    path,
    recogniseAny(institution, candidates),
    {
      ...(encoding && { encoding }),
      ...(delimiter && { delimiter }),
      ...(sheet && { sheet }),
      ...(header_line && { header_line }),
    },
    institution.facts.temp,
  );
}

/** Which header gives each column, without refusing what is missing yet. */
function chooseLeniently(dataset: Dataset, header: readonly string[], mapping: Mapping) {
  const columns = dataset.columns.map((column) => ({ ...column, required: false }));
  return chooseColumns({ ...dataset, columns }, header, mapping);
}

/** The mapping a person has, else the one saved for such a header, else a guessed one. */
async function chooseMapping(
  institution: Institution,
  dataset: Dataset,
  prepared: PreparedFile,
  input: InspectInput,
  known: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<{ mapping: Mapping; guessed: ReadonlyMap<string, GuessedColumn>; saved: string | null }> {
  const guessed = guessColumns({
    dataset,
    header: prepared.header,
    sample: prepared.sample,
    vocabulary: institution.content.catalogue,
    known,
  });
  const reusable = findReusable(institution, dataset, prepared);
  if (input.mapping)
    return { mapping: { ...input.mapping, dataset: dataset.id }, guessed, saved: reusable?.name ?? null };
  const columns = Object.fromEntries([...guessed].map(([name, { source }]) => [name, source]));
  const base: Mapping = reusable ? withoutBytes(reusable.mapping) : { dataset: dataset.id, columns };
  return { mapping: { ...base, ...input.layout }, guessed, saved: reusable?.name ?? null };
}
