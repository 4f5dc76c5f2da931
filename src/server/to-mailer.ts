import { createTransport } from 'nodemailer';
import type { MailFailure, Mailer, MailServer } from '../usecases/index.ts';

/** How long the server may be silent at each step, in milliseconds. */
const CONNECT_MS = 10_000;
const SILENT_MS = 20_000;
const MOST_ANSWER = 300;

interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly message?: string;
}

const CERTIFICATE = /cert|altname|self.signed|issuer|expired/i;
const NOT_SECURE = /starttls|wrong version number|ssl|tls|packet length/i;

/** What went wrong, by the code of the connection or of the server's answer. */
export function toMailFailure(error: SmtpError): MailFailure {
  const { code = '', command = '', message = '' } = error;
  if (CERTIFICATE.test(code) || CERTIFICATE.test(message)) return 'certificate';
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'login';
  if (code === 'EDNS' || code === 'ENOTFOUND' || /ENOTFOUND|EAI_AGAIN/.test(message)) return 'not-found';
  if (code === 'ETIMEDOUT' || /timeout/i.test(message)) return 'timeout';
  if (code === 'ETLS' || NOT_SECURE.test(message)) return 'not-secure';
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ECONNRESET/.test(`${code} ${message}`)) return 'refused';
  if (code === 'EENVELOPE') return command.startsWith('MAIL') ? 'sender' : 'recipient';
  if (code === 'EMESSAGE' || command === 'DATA') return 'rejected';
  return 'other';
}

/** What a server said, on one line and without the password, should it repeat it. */
function toAnswer(text: string, { password, user }: MailServer): string {
  const plain = Buffer.from(`\0${user ?? ''}\0${password ?? ''}`).toString('base64');
  const secrets = password ? [password, Buffer.from(password).toString('base64'), plain] : [];
  const safe = secrets.reduce((answer, secret) => answer.replaceAll(secret, '…'), text);
  return safe
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, MOST_ANSWER);
}

/** Hands mails over by SMTP. `ca`: certificates trusted beside those of the system. */
export function toMailer({ ca }: { readonly ca?: string } = {}): Mailer {
  return {
    send: async (server, { id, from, to, subject, text, html }) => {
      const { host, port, security, user, password } = server;
      const transport = createTransport({
        host,
        port,
        secure: security === 'tls',
        requireTLS: security === 'starttls',
        ignoreTLS: security === 'none',
        ...(user !== null && { auth: { user, pass: password ?? '' } }),
        tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) },
        connectionTimeout: CONNECT_MS,
        greetingTimeout: CONNECT_MS,
        socketTimeout: SILENT_MS,
        dnsTimeout: CONNECT_MS,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      try {
        const { response } = await transport.sendMail({
          messageId: id,
          from,
          to: [to],
          subject,
          text,
          html,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return { sent: true, answer: toAnswer(response, server) };
      } catch (error) {
        const failed = error as SmtpError;
        const failure = toMailFailure(failed);
        // What the connection itself says is words of the machine; told where nothing else is known.
        const said = failed.response ?? (failure === 'other' ? failed.message : undefined) ?? '';
        return { sent: false, failure, answer: toAnswer(said, server) };
      } finally {
        transport.close();
      }
    },
  };
}
