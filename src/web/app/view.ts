import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useSession } from './session.ts';

/** What every screen obeys and the address holds. */
export interface View {
  /** Name of the period (`2011-06`); the latest complete month unless the address says another. Empty without any data. */
  readonly period: string;
  /** One unit, or undefined for all that the person may see. */
  readonly unit: string | undefined;
  /** Changes one or both; null takes the unit away. */
  readonly setView: (next: { readonly period?: string; readonly unit?: string | null }) => void;
}

/** Period and unit, from the address: `?periodo=2011-06&agencia=Norte`. */
export function useView(): View {
  const { period: opening } = useSession();
  const search = useSearch({ strict: false }) as { readonly periodo?: string; readonly agencia?: string };
  const navigate = useNavigate();
  const setView = useCallback<View['setView']>(
    ({ period, unit }) => {
      void navigate({
        to: '.',
        search: (before: object) => ({
          ...before,
          ...(period === undefined ? {} : { periodo: period }),
          ...(unit === undefined ? {} : { agencia: unit ?? undefined }),
        }),
        resetScroll: false,
      } as never);
    },
    [navigate],
  );
  return { period: search.periodo ?? opening, unit: search.agencia, setView };
}
