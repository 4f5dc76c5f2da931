import type { ApiAnswer } from '../../app/api.ts';

type State = ApiAnswer<'get /api/workshops'>['workshops'][number]['state'];

/** How the state of a workshop looks. */
export const WORKSHOP_TONES = { planned: 'info', held: 'met', cancelled: 'none' } as const satisfies Readonly<
  Record<State, string>
>;
