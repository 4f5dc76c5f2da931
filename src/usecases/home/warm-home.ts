import { EVERYTHING } from '../../kernel/index.ts';
import type { Institution } from '../institution.ts';
import { listChoices } from './view-choices.ts';
import { viewHeat } from './view-heat.ts';
import type { Figures } from '../figures.ts';
import { viewHome } from './view-home.ts';

/**
 * Measures what people will ask for first: the latest period of every indicator, its series, and
 * every unit. What has not changed since the last time is not measured again.
 */
export async function warmHome(institution: Institution, figures: Figures, today: string): Promise<void> {
  const ask = { period: null, unit: null, scope: EVERYTHING, today };
  const report = (done: number) => institution.ports.progress({ stage: 'measure', done, of: 3 });
  report(0);
  await listChoices(institution, figures, EVERYTHING, today);
  report(1);
  await viewHome(institution, figures, ask);
  report(2);
  await viewHeat(institution, figures, { ...ask, indicator: null });
  report(3);
}
