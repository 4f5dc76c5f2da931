import { useMemo } from 'react';
import { useAnswer } from './api.ts';
import type { Lookable, Me } from './session.ts';

/** Months and units there are to look at; undefined until the server says it. Without an answer, none. */
export function useLookable(me: Me): Lookable | undefined {
  const { data, error } = useAnswer('get /api/view');
  return useMemo(() => {
    if (data === undefined) return error ? { months: [], period: '', units: me.units ?? [] } : undefined;
    const months = data.months.map(({ period }) => period).toReversed();
    return { months, period: data.period ?? '', units: data.units };
  }, [data, error, me.units]);
}
