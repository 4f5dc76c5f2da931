import { useNavigate, useParams } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useView } from '../../app/view.ts';
import { useAddress } from '../../ui/use-address.ts';

/** What the whole sheet is asked with. */
export interface Asked {
  readonly params: { readonly id: string };
  readonly query: {
    readonly period: string;
    readonly unit: string | undefined;
    readonly filters: string | undefined;
  };
}

/** The question of the sheet, from the address: indicator, period, unit and other filters. */
export function useAsked(): Asked {
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  const { period, unit } = useView();
  const [filters] = useAddress('filtro');
  return useMemo(
    () => ({ params: { id }, query: { period, unit, filters: filters === '' ? undefined : filters } }),
    [id, period, unit, filters],
  );
}

/** Filters the whole sheet by a value, or stops doing so; the address holds it. */
export function useFilter(): (dimension: string, value: string | null) => void {
  const navigate = useNavigate();
  const [filters] = useAddress('filtro');
  const { setView } = useView();
  return useCallback(
    (dimension, value) => {
      if (dimension === 'unit') {
        setView({ unit: value });
        return;
      }
      const others = filters.split('|').filter((pair) => pair !== '' && !pair.startsWith(`${dimension}:`));
      const pairs = value === null ? others : [...others, `${dimension}:${encodeURIComponent(value)}`];
      void navigate({
        to: '.',
        search: (before: object) => ({ ...before, filtro: pairs.join('|') || undefined }),
        resetScroll: false,
      } as never);
    },
    [navigate, filters, setView],
  );
}
