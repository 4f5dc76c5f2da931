import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Dataset, type Problem, Refusal, toNumber, toSlug } from '../kernel/index.ts';
import { type EvaluateSettings } from '../engine/index.ts';
import { deleteFacts, type Facts, FactsDamaged, type FactsContext, openFacts } from '../facts/index.ts';
import {
  type CheckedIndicator,
  checkRowRule,
  checkSheet,
  nearest,
  type RowExpression,
} from '../language/index.ts';
import { type Ledger, openLedger } from '../ledger/index.ts';
import { type Catalogue, loadCatalogue, type Overlay } from '../library/index.ts';
import { type OwnWords, sayInOwnWords, toOwnWords } from './own-words.ts';

/** What a use case may be told while it works: a stage and, where known, how much of it is done. */
export interface Progress {
  readonly stage: string;
  readonly done?: number;
  readonly of?: number;
}

/** The outside of the program, so that everything else is deterministic. */
export interface Ports {
  /** The present as an ISO instant. */
  readonly clock: () => string;
  readonly progress: (progress: Progress) => void;
  /** Called at each named write step: where a test stops the program. */
  readonly step: (name: string) => void;
}

/** The content that holds for an institution: catalogue and what came out of checking it. */
export interface Content {
  readonly catalogue: Catalogue;
  readonly indicators: ReadonlyMap<string, CheckedIndicator>;
  readonly rules: ReadonlyMap<string, readonly (RowExpression | null)[]>;
  readonly problems: readonly Problem[];
}

/** One institution's data folder, open for this program alone. */
export interface Institution {
  readonly folder: string;
  readonly content: Content;
  readonly ledger: Ledger;
  readonly facts: Facts;
  readonly ports: Ports;
  readonly settings: EvaluateSettings;
  readonly close: () => void;
}

/**
 * Loads and checks packs: ours, and the institution's own beside its data; where asked, with the
 * shelves of examples or with files as they would be.
 */
export async function loadContent(
  roots: readonly string[],
  how: { readonly examples?: boolean; readonly overlay?: Overlay } = {},
): Promise<Content> {
  const { catalogue, problems } = await loadCatalogue(roots, { ...how, cache: READINGS });
  const found: Problem[] = [...problems];
  const indicators = new Map<string, CheckedIndicator>();
  for (const sheet of catalogue.sheets.values()) {
    const checked = checkSheet(sheet, catalogue);
    found.push(...checked.problems);
    if (checked.indicator) indicators.set(sheet.id, checked.indicator);
  }
  const rules = new Map<string, (RowExpression | null)[]>();
  for (const dataset of catalogue.datasets.values())
    rules.set(dataset.id, checkRules(dataset, catalogue, found));
  return { catalogue, indicators, rules, problems: found };
}

function checkRules(dataset: Dataset, catalogue: Catalogue, problems: Problem[]): (RowExpression | null)[] {
  return dataset.rules.map((rule, index) => {
    const place = catalogue.places.get(`datasets/${dataset.id}`)?.get(`rules[${index}].check`);
    const checked = checkRowRule(rule.check, dataset, catalogue, {
      ...place,
      path: `rules[${index}].check`,
    });
    problems.push(...checked.problems);
    return checked.check;
  });
}

/** Merged spellings in force, by dimension. */
export function resolveAllMerges(content: Content, ledger: Ledger): FactsContext['merges'] {
  const dimensions = new Set(
    [...content.catalogue.datasets.values()].flatMap((dataset) =>
      dataset.columns.flatMap((column) => column.of ?? []),
    ),
  );
  return new Map([...dimensions].map((dimension) => [dimension, ledger.resolveMerges(dimension)]));
}

/** What the facts need to know of the content and of merged spellings. */
export function toFactsContext(content: Content, ledger: Ledger): FactsContext {
  const { catalogue } = content;
  const { capacity_mode } = catalogue.settings;
  const schedules = [...catalogue.schedules].map(
    ([id, schedule]) =>
      [id, capacity_mode === null ? schedule : { ...schedule, mode: capacity_mode }] as const,
  );
  return {
    vocabulary: catalogue,
    datasets: catalogue.datasets,
    calendars: catalogue.calendars,
    schedules: new Map(schedules),
    standard_minutes: catalogue.standard_minutes,
    default_zone: catalogue.settings.default_zone,
    default_calendar: catalogue.settings.default_calendar,
    merges: resolveAllMerges(content, ledger),
    rules: content.rules,
  };
}

/** The packs that ship with the product. */
export const OWN_PACKS = join(import.meta.dirname, '..', '..', 'packs');
/** What was read of them, kept beside the program for the next time it starts. */
const READINGS = join(import.meta.dirname, '..', '..', '.cache', 'packs');

/**
 * Opens the data folder of an institution (making it where absent): ledger, packs, and facts. The
 * caller brings the facts up to date with the ledger before reading them.
 */
export async function openInstitution(folder: string, ports: Ports): Promise<Institution> {
  try {
    await mkdir(folder, { recursive: true });
    await makeOwnPack(folder);
  } catch (error) {
    throw new Refusal('not-writable', {
      folder,
      detail: error instanceof Error ? error.message : String(error),
    });
  }
  const ledger = openLedger(folder, ports.clock, { step: ports.step });
  try {
    // Nobody else is here now: copies of files that a program killed at work left go, with what they hold.
    await rm(join(folder, 'tmp'), { recursive: true, force: true });
    await mkdir(join(folder, 'tmp'));
    return await readInstitution(folder, ledger, ports);
  } catch (error) {
    ledger.close();
    throw error;
  }
}

/** The content with the words this institution chose in the labels of its data sets. */
function inOwnWords(content: Content, ledger: Ledger): Content {
  const profile = ledger.findSetting('institution')?.value as { readonly words?: OwnWords } | undefined;
  const datasets = toOwnWords(content.catalogue.datasets, profile?.words);
  const sheets = new Map(
    [...content.catalogue.sheets].map(([id, sheet]) => [id, sayInOwnWords(sheet, profile?.words)]),
  );
  return { ...content, catalogue: { ...content.catalogue, datasets, sheets } };
}

/** Reads packs and opens facts for a ledger that is open. */
async function readInstitution(folder: string, ledger: Ledger, ports: Ports): Promise<Institution> {
  const content = inOwnWords(await loadContent([OWN_PACKS, join(folder, 'packs')]), ledger);
  const facts = await openFacts(folder, toFactsContext(content, ledger));
  const { tail_share, small_sample } = content.catalogue.settings;
  return {
    folder,
    content,
    ledger,
    facts,
    ports,
    settings: { tail_share: toNumber(tail_share), small_sample },
    close: () => {
      facts.close();
      ledger.close();
    },
  };
}

/**
 * The same institution with its packs read again and its facts opened for them; `anew` throws the
 * facts away first. Nobody may be reading the facts meanwhile. The caller brings them up to date.
 */
export async function reopenInstitution(
  { folder, ledger, facts, ports }: Institution,
  { anew = false }: { readonly anew?: boolean } = {},
): Promise<Institution> {
  facts.close();
  if (anew) await deleteFacts(folder);
  return readInstitution(folder, ledger, ports);
}

/**
 * Opens an institution for some work and closes it after. Facts that turn out to be damaged while
 * they are used are deleted, and the work is done once more on facts made anew: nothing lives only
 * there, and what the work wrote to the ledger it finds there.
 */
export async function useInstitution<T>(
  folder: string,
  ports: Ports,
  work: (institution: Institution) => Promise<T>,
): Promise<T> {
  const attempt = async (): Promise<T> => {
    const institution = await openInstitution(folder, ports);
    try {
      return await work(institution);
    } finally {
      institution.close();
    }
  };
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof FactsDamaged)) throw error;
    await deleteFacts(folder);
    return attempt();
  }
}

/** The institution's own pack, ready for its first file: adding an indicator is adding a file to it. */
async function makeOwnPack(folder: string): Promise<void> {
  const exists = await access(join(folder, 'packs')).then(
    () => true,
    () => false,
  );
  if (!exists) await writeOwnPack(folder);
}

/** Makes the institution's own pack, without content; gives its folder. */
export async function writeOwnPack(folder: string): Promise<string> {
  const own = join(folder, 'packs', 'propio');
  await mkdir(join(own, 'indicators'), { recursive: true });
  const lines = [
    'pack: propio',
    'version: 1',
    'name: {es: Contenido propio, en: Own content}',
    'licence: propia',
    'source: {es: La institución, en: The institution}',
    'requires: [tarjetas-de-credito]',
  ];
  await writeFile(join(own, 'pack.yaml'), `${lines.join('\n')}\n`);
  return own;
}

/** The data set of that name, its id or its name in either language; refuses an unknown one with those there are. */
export function getDataset(content: Content, id: string): Dataset {
  const datasets = [...content.catalogue.datasets.values()].filter((item) => !item.derived);
  const slug = toSlug(id);
  const found =
    datasets.find((item) => item.id === id) ??
    datasets.find(({ name }) => toSlug(name.es) === slug || toSlug(name.en) === slug);
  if (found) return found;
  const words = datasets.flatMap((item) => [item.id, toSlug(item.name.es), toSlug(item.name.en)]);
  const told = (language: 'es' | 'en') =>
    datasets.map((item) => {
      const word = toSlug(item.name[language]);
      return word === item.id ? word : `${item.id} (${word})`;
    });
  throw new Refusal('dataset-not-found', {
    dataset: id,
    datasets: datasets.map((item) => item.id),
    hint: nearest(id, words) ?? '',
    es: told('es'),
    en: told('en'),
  });
}
