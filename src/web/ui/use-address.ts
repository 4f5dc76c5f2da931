import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/**
 * A value that lives in the address (`?orden=peor`), so that a link or a reload shows the same.
 * Setting it to undefined, empty or the fallback takes it out of the address.
 */
export function useAddress(
  name: string,
  fallback = '',
): readonly [value: string, set: (value: string | undefined) => void] {
  const search = useSearch({ strict: false }) as Readonly<Record<string, string | undefined>>;
  const navigate = useNavigate();
  const set = useCallback(
    (value: string | undefined) => {
      const kept = value === '' || value === fallback ? undefined : value;
      void navigate({
        to: '.',
        search: (before: object) => ({ ...before, [name]: kept }),
        replace: true,
        resetScroll: false,
      } as never);
    },
    [navigate, name, fallback],
  );
  return [search[name] ?? fallback, set];
}
