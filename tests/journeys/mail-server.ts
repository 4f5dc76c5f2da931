import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

/** A mail as a server took it. */
export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers by their name in small letters, unfolded and decoded. */
  readonly headers: ReadonlyMap<string, string>;
  /** Plain text and HTML, decoded. */
  readonly text: string;
  readonly html: string;
  readonly raw: string;
}

export interface MailServer {
  readonly port: number;
  readonly mails: readonly TakenMail[];
  /** Waits until so many were taken. */
  readonly wait: (count: number) => Promise<readonly TakenMail[]>;
  readonly stop: () => Promise<void>;
}

/** Words of RFC 2047 as the text they stand for. */
function decodeWords(text: string): string {
  return text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, how: string, coded: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(coded, 'base64').toString('utf8')
        : decodeQuoted(coded.replaceAll('_', ' ')),
    );
}

function decodeQuoted(text: string): string {
  const bytes = text
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function toHeaders(block: string): ReadonlyMap<string, string> {
  const lines = block.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), decodeWords(line.slice(colon + 1).trim())];
    }),
  );
}

function splitPart(raw: string): { readonly headers: ReadonlyMap<string, string>; readonly body: string } {
  const end = raw.search(/\r?\n\r?\n/);
  return { headers: toHeaders(raw.slice(0, end)), body: raw.slice(end).replace(/^\r?\n\r?\n/, '') };
}

function readPart(raw: string, type: string): string {
  const { headers, body } = splitPart(raw);
  const kind = headers.get('content-type') ?? '';
  const boundary = /boundary="?([^";]+)"?/.exec(kind)?.[1];
  if (boundary !== undefined)
    return body
      .split(`--${boundary}`)
      .slice(1, -1)
      .map((part) => readPart(part.replace(/^\r?\n/, ''), type))
      .join('');
  if (!kind.startsWith(type)) return '';
  const coding = headers.get('content-transfer-encoding') ?? '7bit';
  if (coding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return coding === 'quoted-printable' ? decodeQuoted(body) : body;
}

/** A real mail server on loopback that keeps what it takes. `login` is asked for where given. */
export async function startMailServer({
  port = 0,
  login,
}: {
  readonly port?: number;
  readonly login?: { readonly user: string; readonly password: string };
} = {}): Promise<MailServer> {
  const mails: TakenMail[] = [];
  const server = new SMTPServer({
    authOptional: login === undefined,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (auth, _session, callback) => {
      if (auth.username === login?.user && auth.password === login?.password)
        callback(null, { user: auth.username ?? '' });
      else callback(new Error('Invalid username or password'));
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom === false ? '' : (mailFrom?.address ?? ''),
          to: rcptTo.map(({ address }) => address),
          headers: splitPart(raw).headers,
          text: readPart(raw, 'text/plain').replaceAll('\r\n', '\n'),
          html: readPart(raw, 'text/html'),
          raw,
        });
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  return {
    port: (listening.address() as { port: number }).port,
    mails,
    wait: async (count) => {
      for (const until = Date.now() + 10_000; mails.length < count; ) {
        if (Date.now() > until) throw new Error(`${mails.length} of ${count} mails came`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return mails;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
