import {
  addDays,
  type Dataset,
  type LocalText,
  type Permission,
  type Scope,
  toSlug,
} from '../../kernel/index.ts';
import { findMissingFilter, planRows, quoteName, quoteText } from '../../engine/index.ts';
import { processSubtree } from '../../language/index.ts';
import type { Institution } from '../institution.ts';
import { reachIndicators, toOnly } from '../reach-indicators.ts';
import { type Names, readNames } from './read-names.ts';
import type { Figures } from '../figures.ts';

export interface FindInput {
  readonly text: string;
  /** What the person's permission reaches, or null without it. */
  readonly may: (permission: Permission) => Scope | null;
}

/** Something found. The screen knows where each kind leads. */
export interface Finding {
  readonly kind: 'indicator' | 'process' | 'unit' | 'person' | 'import' | 'fact';
  /** What its address is made of: an id, or a name of the facts. */
  readonly id: string;
  readonly name: LocalText;
  readonly detail: LocalText | null;
  /** Of a fact: the month it is in, and the indicator whose rows show it. */
  readonly period: string | null;
  readonly indicator: string | null;
}

/** As many of each kind as are told. */
const MOST = 6;
/** A key shorter than this names too many facts. */
const SHORTEST_KEY = 2;

/**
 * Indicators, processes, units, people, imports and facts whose name or key is like the text,
 * within what the person may see. Accents and case do not count; a fact is found by its whole key.
 */
export async function findAnything(
  institution: Institution,
  { cache, version }: Figures,
  { text, may }: FindInput,
): Promise<readonly Finding[]> {
  const wanted = toSlug(text);
  if (wanted === '') return [];
  const seen = may('see-indicators');
  const names = await cache.keep(institution, version, 'names', () => readNames(institution));
  return [
    ...(seen ? findIndicators(institution, wanted, seen) : []),
    ...(seen ? findProcesses(institution, wanted, seen) : []),
    ...(seen ? findUnits(names, wanted, seen) : []),
    ...findPeople(names, wanted, may('see-people-figures')),
    // Files of the whole institution are not for who reaches some units alone.
    ...(may('see-data')?.units === null ? findImports(institution, text) : []),
    ...(await findFacts(institution, text.trim(), may('see-rows'))),
  ];
}

/** Those that begin like it first, then those that have it inside; few of either. */
function pick<T>(items: Iterable<T>, wanted: string, textsOf: (item: T) => readonly string[]): readonly T[] {
  const ranked: { readonly item: T; readonly rank: number }[] = [];
  for (const item of items) {
    const slugs = textsOf(item).map(toSlug);
    const rank = slugs.some((slug) => slug.startsWith(wanted))
      ? 0
      : slugs.some((slug) => slug.includes(`-${wanted}`))
        ? 1
        : slugs.some((slug) => slug.includes(wanted))
          ? 2
          : 3;
    if (rank < 3) ranked.push({ item, rank });
  }
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ item }) => item);
}

const same = (text: string): LocalText => ({ es: text, en: text });
const NOTHING = { detail: null, period: null, indicator: null };

function findIndicators({ content }: Institution, wanted: string, scope: Scope): Finding[] {
  const { sheets, processes } = content.catalogue;
  const reached = reachIndicators(content, scope).map(({ id }) => sheets.get(id)!);
  return pick(reached, wanted, ({ id, code, name }) => [name.es, name.en, code ?? '', id]).map((sheet) => ({
    ...NOTHING,
    kind: 'indicator',
    id: sheet.id,
    name: sheet.name,
    detail: processes.get(sheet.process)?.name ?? null,
  }));
}

function findProcesses({ content }: Institution, wanted: string, scope: Scope): Finding[] {
  const { catalogue } = content;
  const reached = scope.processes?.flatMap((root) => processSubtree(catalogue, root));
  // A process without an indicator leads nowhere yet.
  const measured = new Set([...catalogue.sheets.values()].map(({ process }) => process));
  const all = [...catalogue.processes.values()].filter(
    ({ id }) =>
      (reached === undefined || reached.includes(id)) &&
      processSubtree(catalogue, id).some((below) => measured.has(below)),
  );
  return pick(all, wanted, ({ id, name, aliases }) => [name.es, name.en, id, ...aliases]).map(
    ({ id, name }) => ({
      ...NOTHING,
      kind: 'process',
      id,
      name,
    }),
  );
}

function findUnits(names: Names, wanted: string, scope: Scope): Finding[] {
  const units = names.units.filter((unit) => scope.units === null || scope.units.includes(unit));
  return pick(units, wanted, (unit) => [unit]).map((unit) => ({
    ...NOTHING,
    kind: 'unit',
    id: unit,
    name: same(unit),
  }));
}

function findPeople(names: Names, wanted: string, scope: Scope | null): Finding[] {
  if (scope === null) return [];
  const people = names.people.filter(
    ({ name, units }) =>
      (scope.staff_name === null || scope.staff_name === name) &&
      (scope.units === null || units.some((unit) => scope.units!.includes(unit))),
  );
  return pick(people, wanted, ({ name }) => [name]).map(({ name, units }) => ({
    ...NOTHING,
    kind: 'person',
    id: name,
    name: same(name),
    detail: same(units.slice(0, MOST).join(', ')),
  }));
}

function findImports({ ledger }: Institution, text: string): Finding[] {
  const wanted = text.trim().toLowerCase();
  return ledger
    .listImports()
    .filter(({ id, file_name }) => id.startsWith(wanted) || file_name.toLowerCase().includes(wanted))
    .slice(-MOST)
    .toReversed()
    .map(({ id, file_name, imported_at }) => ({
      ...NOTHING,
      kind: 'import' as const,
      id,
      name: same(file_name),
      detail: same(imported_at.slice(0, 10)),
    }));
}

/** Facts with that very key, each under the first indicator that has it among its rows. */
async function findFacts(institution: Institution, key: string, scope: Scope | null): Promise<Finding[]> {
  if (scope === null || key.length < SHORTEST_KEY || !/\d/.test(key)) return [];
  const found: Finding[] = [];
  for (const dataset of institution.content.catalogue.datasets.values()) {
    const column = dataset.columns.find(
      ({ name, type }) => type === 'text' && dataset.key.length === 1 && dataset.key[0] === name,
    );
    if (dataset.derived || !column || dataset.date === null) continue;
    const face =
      dataset.columns.find(({ name }) => name === dataset.date)?.type === 'instant' ? '_local' : '';
    const [row] = await institution.facts.duck.rows(
      `select ${quoteName(column.name)} as key, (${quoteName(`${dataset.date}${face}`)})::date::varchar as date from ${quoteName(dataset.id)} where ${quoteName(column.name)} in (${[key, key.toUpperCase()].map(quoteText).join(', ')}) limit 1`,
    );
    if (!row || typeof row['date'] !== 'string') continue;
    const indicator = await findHome(institution, dataset, String(row['key']), row['date'], scope);
    if (indicator === null) continue;
    found.push({
      kind: 'fact',
      id: String(row['key']),
      name: same(String(row['key'])),
      detail: institution.content.catalogue.sheets.get(indicator)?.name ?? null,
      period: row['date'].slice(0, 7),
      indicator,
    });
  }
  return found.slice(0, MOST);
}

/** The first indicator that has a fact among its rows, as far as the scope reaches; null where none does. */
async function findHome(
  institution: Institution,
  dataset: Dataset,
  key: string,
  date: string,
  scope: Scope,
): Promise<string | null> {
  const { catalogue } = institution.content;
  const context = { vocabulary: catalogue, standard_minutes: catalogue.standard_minutes };
  const filter = { dimension: dataset.key[0]!, value: key };
  for (const indicator of reachIndicators(institution.content, scope)) {
    if (indicator.dataset !== dataset.id || indicator.date !== dataset.date) continue;
    const only = toOnly(scope, null);
    const limits = only.map(({ dimension }) => ({ dimension, value: '' }));
    // Data that do not tell units or people apart are not shown to who reaches only some.
    if (findMissingFilter(indicator, limits, context)) continue;
    // Whether it is open does not matter here: any cut serves.
    const cuts = new Map([[dataset.id, { us: 0n, explicit: false, work: new Map<string, bigint>() }]]);
    const request = { from: date, to: addDays(date, 1), filters: [filter], only, cuts };
    const own = indicator.aggregates.filter((aggregate) => aggregate.dataset === dataset.id);
    const [plan] = planRows({ ...indicator, aggregates: own }, request, context);
    const rows = await institution.facts.duck.rows(plan!.counts_sql);
    if (rows.some((row) => row['state'] !== null)) return indicator.id;
  }
  return null;
}
