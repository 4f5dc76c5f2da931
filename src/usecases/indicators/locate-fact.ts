import { type Column, type Language, type LocalText, Refusal } from '../../kernel/index.ts';
import { quoteName, quoteText, type RowsPlan } from '../../engine/index.ts';
import { type Cell, keptScale, type Row, rowsTable } from '../../facts/index.ts';
import { printQuantity } from '../../sentences/index.ts';
import { findLines } from '../find-lines.ts';
import type { Institution } from '../institution.ts';
import { type PageInput, planPage } from './page-rows.ts';
import { identityOf, loadProtection, type Protect } from './protect-identity.ts';

/** One version of a fact: the file that brought it and what it changed of the one before. */
export interface FactVersion {
  readonly import: string;
  readonly file: string;
  readonly imported_at: string;
  readonly in_force: boolean;
  readonly changed: readonly {
    readonly column: string;
    readonly label: LocalText;
    readonly from: string | null;
    readonly to: string | null;
  }[];
}

export interface LocatedFact {
  readonly import: string;
  readonly file: string;
  /** Null for a case put together from the events of a log: it stands on several lines. */
  readonly line: number | null;
  /** Oldest first. */
  readonly versions: readonly FactVersion[];
}

export type LocateInput = Omit<PageInput, 'order' | 'offset' | 'limit' | 'state' | 'key_has'> & {
  /** Import and position among the records of its file, as a page says them. */
  readonly seq: number;
  readonly row: number;
};

/**
 * Where a fact behind a figure stands in the file that brought it, and what each file changed of
 * it. Refuses (`fact-not-found`) a fact that is not behind that figure, or not for that person.
 */
export async function locateFact(institution: Institution, input: LocateInput): Promise<LocatedFact> {
  const { seq, row, ...rest } = input;
  const { plan } = await planPage(
    institution,
    {
      ...rest,
      state: 'all',
      key_has: null,
      order: { by: 'date', descending: false },
      offset: 0,
      limit: 1,
    },
    { seq, row },
  );
  const [found] = plan.dataset.derived ? [] : await institution.facts.duck.rows(plan.sql);
  if (!found) throw new Refusal('fact-not-found', { indicator: input.indicator });
  const [source] = await findLines(institution, [{ seq, row }]);
  const protect = await loadProtection(institution, input.language);
  return { ...source!, versions: await readVersions(institution, plan, found, { ...input, protect }) };
}

async function readVersions(
  institution: Institution,
  plan: RowsPlan,
  fact: Row,
  names: { readonly protect: Protect; readonly sees_people: boolean; readonly language: Language },
): Promise<FactVersion[]> {
  const { dataset } = plan;
  const face = ({ name, type }: Column) => (type === 'instant' ? `${name}_local` : quoteName(name));
  const conditions = plan.keys.map(({ name, sql_name }) => {
    const value = fact[sql_name] ?? null;
    const column = face(dataset.columns.find((item) => item.name === name)!);
    return value === null ? `${column} is null` : `${column}::varchar = ${quoteText(String(value))}`;
  });
  const select = dataset.columns.map((column) => `${face(column)} as ${quoteName(column.name)}`);
  const rows = await institution.facts.duck.rows(
    `select ${select.join(', ')}, _import as import_seq, _current as in_force from ${rowsTable(dataset)} where ${conditions.join(' and ')} order by _import, _row`,
  );
  const records = new Map(institution.ledger.listImports().map((record) => [record.seq, record]));
  const print = (column: Column, cell: Cell): string | null => {
    const text = printCell(column, cell, names.language);
    const identity = identityOf(dataset, column.name);
    return identity === null || (identity === 'person' && names.sees_people)
      ? text
      : names.protect(identity, text);
  };
  return rows.flatMap((version, index) => {
    const record = records.get(Number(version['import_seq']));
    if (!record) return [];
    const before = index === 0 ? null : rows[index - 1]!;
    const changed = dataset.columns.filter(
      ({ name }) => before !== null && String(before[name]) !== String(version[name]),
    );
    return {
      import: record.id,
      file: record.file_name,
      imported_at: record.imported_at,
      in_force: version['in_force'] === true,
      changed: changed.map((column) => ({
        column: column.name,
        label: column.label,
        from: print(column, before![column.name] ?? null),
        to: print(column, version[column.name] ?? null),
      })),
    };
  });
}

/** A kept cell as a person writes it: durations and decimals in the unit of their column. */
function printCell(column: Column, cell: Cell, language: Language): string | null {
  if (cell === null) return null;
  if (typeof cell !== 'bigint' || (column.type !== 'duration' && column.type !== 'decimal'))
    return String(cell);
  const amount = Number(cell) / Number(keptScale(column));
  return printQuantity(amount, column.measured_in ?? 'min', language);
}
