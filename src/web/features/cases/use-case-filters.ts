import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { ApiSent } from '../../app/api.ts';
import { useView } from '../../app/view.ts';

type Query = NonNullable<ApiSent<'get /api/cases'>['query']>;

/** What the list is narrowed by, under the names the address bears. */
const NAMES = {
  kind: 'clase',
  procedure: 'procedimiento',
  state: 'estado',
  assigned: 'a-cargo',
  due: 'plazo',
  q: 'buscar',
  sort: 'orden',
  all: 'terminados',
  page: 'pagina',
} as const;

export type FilterName = keyof typeof NAMES;

export interface CaseFilters {
  /** What is asked of the server. */
  readonly query: Query;
  readonly value: (name: FilterName) => string;
  /** Sets one; anything but the page goes back to the first page. */
  readonly set: (name: FilterName, value: string) => void;
  readonly clear: () => void;
  /** Whether anything narrows the list beside the unit. */
  readonly narrowed: boolean;
}

/** The filters of the list, held in the address: a link or a reload shows the same. */
export function useCaseFilters(): CaseFilters {
  const { unit } = useView();
  const search = useSearch({ strict: false }) as Readonly<Record<string, string | undefined>>;
  const navigate = useNavigate();
  const change = useCallback(
    (next: Readonly<Record<string, string | undefined>>) =>
      void navigate({
        to: '.',
        search: (before: object) => ({ ...before, ...next }),
        replace: true,
        resetScroll: false,
      } as never),
    [navigate],
  );
  const value = (name: FilterName) => search[NAMES[name]] ?? '';
  const given = (name: FilterName) => search[NAMES[name]];
  return {
    query: {
      unit,
      kind: given('kind') as Query['kind'],
      procedure: given('procedure'),
      state: given('state'),
      assigned: given('assigned'),
      due: given('due') as Query['due'],
      q: given('q'),
      sort: given('sort') as Query['sort'],
      all: given('all') === undefined ? undefined : '1',
      page: given('page'),
    },
    value,
    set: (name, next) =>
      change({
        ...(name !== 'page' && { pagina: undefined }),
        [NAMES[name]]: next === '' ? undefined : next,
      }),
    clear: () => change(Object.fromEntries(Object.values(NAMES).map((name) => [name, undefined]))),
    narrowed: (['kind', 'procedure', 'state', 'assigned', 'due', 'q'] as const).some(
      (name) => given(name) !== undefined,
    ),
  };
}
