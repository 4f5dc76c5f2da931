import type { ApiAnswer, ApiSent } from '../../app/api.ts';

export type Alerts = ApiAnswer<'get /api/alerts'>;
export type Digest = Alerts['digests'][number];
export type Rules = ApiAnswer<'get /api/alert-rules'>;
export type Rule = Rules['rules'][number];
export type RuleDraft = ApiSent<'post /api/alert-rules'>['body'];
export type MailSettings = ApiAnswer<'get /api/settings/mail'>;
export type MailDraft = ApiSent<'post /api/settings/mail/test'>['body']['setting'];
