import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import { useAnswer } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { useView } from '../../app/view.ts';
import { type Scenario, toQuery, useScenario } from './scenario.ts';

const SETTLE_MS = 250;

/** The desk looked at: its unit (undefined until one is chosen), what is supposed of it and what that would do. */
export interface Desk {
  readonly unit: string | undefined;
  readonly scenario: Scenario;
  readonly answer: ReturnType<typeof useAnswer<'get /api/productivity/what-if'>>;
}

/** The desk of the address; nothing is asked of the server while it is not in sight. */
export function useDesk(inSight: boolean): Desk {
  const { period, unit: asked } = useView();
  const { units } = useSession();
  const unit = asked ?? (units.length === 1 ? units[0] : undefined);
  const scenario = useScenario();
  const [values] = useDebouncedValue(scenario.values, SETTLE_MS);
  const query = useMemo(() => ({ period, unit, ...toQuery(values) }), [period, unit, values]);
  const answer = useAnswer(
    'get /api/productivity/what-if',
    { query },
    { when: inSight && period !== '' && unit !== undefined, keep: true },
  );
  return { unit, scenario, answer };
}
