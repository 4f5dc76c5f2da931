/** The answer's status of each refusal that is not simply "what was asked cannot be done" (422). */
const STATUS: Readonly<Record<string, number>> = {
  'request-unreadable': 400,
  'request-cut': 400,
  'not-signed-in': 401,
  'sign-in-failed': 401,
  'second-factor-needed': 403,
  'not-allowed': 403,
  'out-of-scope': 403,
  'foreign-origin': 403,
  'improvement-own': 403,
  'verifier-barred': 403,
  'evidence-own': 403,
  'action-of-another': 403,
  'not-a-demo': 404,
  'route-not-found': 404,
  'job-not-found': 404,
  'indicator-not-found': 404,
  'dataset-not-found': 404,
  'import-not-found': 404,
  'draft-not-found': 404,
  'person-not-found': 404,
  'process-not-found': 404,
  'procedure-not-found': 404,
  'case-not-found': 404,
  'improvement-not-found': 404,
  'action-not-found': 404,
  'evidence-not-found': 404,
  'follow-wrong': 404,
  'log-not-found': 404,
  'workshop-not-found': 404,
  'log-draft-not-found': 404,
  'file-not-found': 404,
  'paper-code-unknown': 404,
  'file-gone': 404,
  'backup-not-found': 404,
  'request-too-slow': 408,
  'under-way': 409,
  'case-moved': 409,
  'improvement-moved': 409,
  'characterisation-moved': 409,
  'key-used': 409,
  'folder-busy': 409,
  'upload-too-large': 413,
  'host-unknown': 421,
  'too-many-attempts': 429,
  'server-stopping': 503,
  'server-busy': 503,
  'disk-full': 507,
  'disk-error': 507,
};

/** Status of a refusal; a code that is not in the table cannot be done as asked. */
export function toStatus(code: string): number {
  return STATUS[code] ?? 422;
}

/** The whole table, for those who describe or test it. */
export const STATUS_TABLE: Readonly<Record<string, number>> = STATUS;
