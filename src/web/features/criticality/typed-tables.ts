import type { Sent } from '../../../contract/index.ts';
import type { criticalityRoutes } from '../../../contract/index.ts';

export type TypedTables = Sent<(typeof criticalityRoutes)['post /api/criticality/typed']>['body']['tables'];

/** The tables while they are written: every cell a text, so that nothing typed is lost. */
export interface TypedDraft {
  readonly unit: 'count' | 'percent';
  readonly months: readonly string[];
  readonly families: readonly {
    readonly name: string;
    readonly mixed: boolean;
    readonly values: readonly string[];
  }[];
  readonly services: readonly {
    readonly name: string;
    readonly mixed: boolean;
    readonly volume: string;
    readonly complaints: string;
  }[];
}

const EMPTY_FAMILY = { name: '', mixed: false, values: [] } as const;
const EMPTY_SERVICE = { name: '', mixed: false, volume: '', complaints: '' } as const;

/** Tables to begin with: three families, three months, five services. */
export const EMPTY_DRAFT: TypedDraft = {
  unit: 'percent',
  months: ['', '', ''],
  families: [EMPTY_FAMILY, EMPTY_FAMILY, EMPTY_FAMILY],
  services: [EMPTY_SERVICE, EMPTY_SERVICE, EMPTY_SERVICE, EMPTY_SERVICE, EMPTY_SERVICE],
};

export const addFamily = (draft: TypedDraft): TypedDraft => ({
  ...draft,
  families: [...draft.families, EMPTY_FAMILY],
});
export const addService = (draft: TypedDraft): TypedDraft => ({
  ...draft,
  services: [...draft.services, EMPTY_SERVICE],
});
export const addMonth = (draft: TypedDraft): TypedDraft => ({ ...draft, months: [...draft.months, ''] });

/**
 * A figure as people write it: `45`, `45,5`, `45 %`, `1.234` (a thousand and more). Undefined for what
 * is no figure; null for an empty cell.
 *
 * @example readFigure('45,5 %') // 45.5
 * @example readFigure('1.234') // 1234
 */
export function readFigure(text: string): number | null | undefined {
  const bare = text.replace(/[\s%]/g, '');
  if (bare === '') return null;
  const plain = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(bare)
    ? bare.replaceAll('.', '').replace(',', '.')
    : bare.replace(',', '.');
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** The tables as the server takes them; null while some figure cannot be read or nothing is written. */
export function toTables(draft: TypedDraft): TypedTables | null {
  const months = draft.months.map((name, at) => ({ name: name.trim() || String(at + 1), at }));
  const used = months.filter(({ at }) =>
    draft.families.some(({ values }) => (values[at] ?? '').trim() !== ''),
  );
  const families = draft.families
    .filter(({ name, values }) => !isEmpty([name, ...values]))
    .map(({ name, mixed, values }) => ({
      name,
      mixed,
      values: used.map(({ at }) => readFigure(values[at] ?? '')),
    }));
  const services = draft.services
    .filter(({ name, volume, complaints }) => !isEmpty([name, volume, complaints]))
    .map(({ name, mixed, volume, complaints }) => ({
      name,
      mixed,
      volume: readFigure(volume),
      complaints: readFigure(complaints),
    }));
  const figures = [
    ...families.flatMap(({ values }) => values),
    ...services.flatMap(({ volume, complaints }) => [volume, complaints]),
  ];
  if (figures.includes(undefined) || families.length === 0 || services.length === 0) return null;
  return {
    unit: draft.unit,
    months: used.map(({ name }) => name),
    families: families.map((family) => ({ ...family, values: family.values.map((value) => value ?? null) })),
    family: null,
    services: services.map(({ volume, complaints, ...rest }) => ({
      ...rest,
      volume: volume ?? 0,
      complaints: complaints ?? null,
    })),
  };
}

const toCell = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','));

/** Kept tables as a draft. */
export function toDraft(tables: TypedTables): TypedDraft {
  return {
    unit: tables.unit,
    months: tables.months,
    families: tables.families.map(({ name, mixed, values }) => ({ name, mixed, values: values.map(toCell) })),
    services: tables.services.map(({ name, mixed, volume, complaints }) => ({
      name,
      mixed,
      volume: toCell(volume),
      complaints: toCell(complaints),
    })),
  };
}
