/** A server that mail goes out by. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** `tls` from the first byte, `starttls` before anything is said; `none` on this machine alone. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user: string | null;
  readonly password: string | null;
}

/** A mail to one person. */
export interface MailMessage {
  /** The same for the same mail, so that a server or reader who gets it twice knows it. */
  readonly id: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Why a mail did not go: what went wrong is one of these, whatever the server's own words. */
export const MAIL_FAILURES = [
  'not-found',
  'refused',
  'timeout',
  'not-secure',
  'certificate',
  'login',
  'sender',
  'recipient',
  'rejected',
  'other',
] as const;
export type MailFailure = (typeof MAIL_FAILURES)[number];

/** What came of handing a mail over. `answer` is what the server said, without anything secret; may be empty. */
export type MailOutcome =
  | { readonly sent: true; readonly answer: string }
  | { readonly sent: false; readonly failure: MailFailure; readonly answer: string };

/** Hands mails to a server; comes from outside, so that the rest knows no network. */
export interface Mailer {
  /** Never throws: what fails is an outcome. Ends within a minute. */
  readonly send: (server: MailServer, message: MailMessage) => Promise<MailOutcome>;
}
