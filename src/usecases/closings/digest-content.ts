import { createHash } from 'node:crypto';
import type { Sheet } from '../../kernel/index.ts';
import type { Institution } from '../institution.ts';
import { resolveAllMerges } from '../institution.ts';
import { toPlainJson } from './plain-json.ts';

/** SHA-256 of a value as JSON with its names in order, so that the order in which it was read says nothing. */
export function digestOf(value: unknown): string {
  const sorted = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(sorted);
    if (typeof item !== 'object' || item === null) return item;
    return Object.fromEntries(
      Object.entries(item)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, each]) => [key, sorted(each)]),
    );
  };
  return createHash('sha256')
    .update(JSON.stringify(sorted(toPlainJson(value))))
    .digest('hex');
}

/** Of a sheet, all that its figures are made of and nothing of its words: rewording changes no figure. */
export function toMeaning(sheet: Sheet): unknown {
  const { formula, measure, measure_unit, population, date, standards, except } = sheet;
  const { dataset, scope, where } = population;
  return {
    formula,
    measure,
    measure_unit,
    population: { dataset, scope, where },
    date,
    standards,
    except: except.map((each) => ({ code: each.code, where: each.where })),
  };
}

/** Digests of the definitions, by indicator. */
export type DefinitionDigests = Readonly<
  Record<string, { readonly version: number; readonly digest: string }>
>;

/** Digests of the definitions of those indicators. */
export function digestDefinitions(
  { content }: Pick<Institution, 'content'>,
  ids: readonly string[],
): DefinitionDigests {
  return Object.fromEntries(
    ids.flatMap((id) => {
      const sheet = content.catalogue.sheets.get(id);
      return sheet ? [[id, { version: sheet.version, digest: digestOf(toMeaning(sheet)) }]] : [];
    }),
  );
}

/** Digests of the rest of the content that figures depend on, by a name: `calendars/ec`, `processes`. */
export function digestContent(institution: Institution): Readonly<Record<string, string>> {
  const { catalogue } = institution.content;
  const { calendars, schedules, codes, processes, standard_minutes, settings } = catalogue;
  const each = (folder: string, items: ReadonlyMap<string, unknown>) =>
    [...items].map(([id, item]) => [`${folder}/${id}`, digestOf(item)] as const);
  return Object.fromEntries([
    ...each('calendars', calendars),
    ...each('schedules', schedules),
    ...[...codes].map(([id, list]) => [`codes/${id}`, digestOf(list.codes.map((code) => code.id))] as const),
    ['processes', digestOf([...processes.values()].map(({ id, parent }) => [id, parent]))],
    ['standard-minutes', digestOf(standard_minutes)],
    ['settings', digestOf(settings)],
    ['merges', digestOf(resolveAllMerges(institution.content, institution.ledger))],
  ]);
}
