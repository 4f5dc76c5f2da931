import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

/** Names in the address of what is supposed. */
const NAMES = {
  people: 'personas',
  schedule: 'horario',
  demand: 'demanda',
  minutes: 'minutos',
  service: 'servicio',
  basis: 'base',
  within: 'espera',
  share: 'meta',
} as const;
type Name = keyof typeof NAMES;
const KEYS = Object.keys(NAMES) as readonly Name[];

/** What is supposed, as texts; an empty one is what was observed. */
export interface Scenario {
  readonly values: Readonly<Record<Name, string>>;
  readonly set: (name: Name, value: string) => void;
  readonly reset: () => void;
  readonly isChanged: boolean;
}

/** The scenario that the address holds. */
export function useScenario(): Scenario {
  const search = useSearch({ strict: false }) as Readonly<Record<string, string | number | undefined>>;
  const navigate = useNavigate();
  const text = KEYS.map((key) => String(search[NAMES[key]] ?? '')).join('\n');
  const put = useCallback(
    (change: Readonly<Record<string, string | undefined>>) => {
      const next = {
        to: '.',
        search: (before: object) => ({ ...before, ...change }),
        replace: true,
        resetScroll: false,
      };
      void navigate(next as never);
    },
    [navigate],
  );
  return useMemo(() => {
    const values = text.split('\n');
    return {
      values: Object.fromEntries(KEYS.map((key, index) => [key, values[index] ?? ''])) as Record<
        Name,
        string
      >,
      set: (name, value) => put({ [NAMES[name]]: value === '' ? undefined : value }),
      reset: () => put(Object.fromEntries(KEYS.map((key) => [NAMES[key], undefined]))),
      isChanged: values.some((value) => value !== ''),
    };
  }, [text, put]);
}

/** What the server is asked: only what is filled in and can be read. */
export function toQuery(values: Scenario['values']): Readonly<Record<string, string>> {
  const isNumber = (value: string) => /^-?\d{1,6}(\.\d{1,4})?$/.test(value);
  const texts: readonly Name[] = ['schedule', 'service', 'basis'];
  return Object.fromEntries(
    KEYS.flatMap((key) => {
      const value = values[key];
      const asked = value !== '' && (texts.includes(key) || isNumber(value));
      const idle = key === 'minutes' && Number(value) <= 0;
      return asked && !idle ? [[key, value]] : [];
    }),
  );
}
