import type { ApiSent } from '../../app/api.ts';

/** A role as it is given, in the shape the server takes. */
export type Grant = ApiSent<'put /api/people/{id}/roles'>['body']['grants'][number];

/** A role without limits yet. */
export function toGrant(role: Grant['role']): Grant {
  return { role, units: null, processes: null, until: null };
}
