import { X509Certificate } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { Refusal } from '../kernel/index.ts';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Years a generated certificate holds. */
const YEARS = 3;
const DAY_MS = 86_400_000;
/** Days before its end at which another is generated. */
const DAYS_BEFORE = 30;

/** The certificate in the files named; refuses files that cannot be read, or do not belong together. */
export async function loadCertificate(files: {
  readonly key: string;
  readonly cert: string;
}): Promise<Certificate> {
  try {
    const [key, cert] = await Promise.all([readFile(files.key, 'utf8'), readFile(files.cert, 'utf8')]);
    createSecureContext({ key, cert });
    return { key, cert };
  } catch (error) {
    throw new Refusal('certificate-unreadable', {
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}

function holds({ cert }: Certificate, now: Date): boolean {
  return new X509Certificate(cert).validToDate.getTime() > now.getTime() + DAYS_BEFORE * DAY_MS;
}

/**
 * The certificate the data folder keeps for these names, generated the first time and before it ends: browsers warn
 * once of it, and the way between branch and server is encrypted.
 */
export async function keepCertificate(
  folder: string,
  names: readonly string[],
  now: Date,
): Promise<Certificate> {
  const keys = join(folder, 'keys');
  const files = {
    key: join(keys, 'https.key'),
    cert: join(keys, 'https.crt'),
    names: join(keys, 'https.names'),
  };
  const wanted = names.join(' ');
  const kept = await readFile(files.names, 'utf8').catch(() => null);
  const known = kept === wanted ? await loadCertificate(files).catch(() => null) : null;
  if (known && holds(known, now)) return known;
  await mkdir(keys, { recursive: true, mode: 0o700 });
  // Heavy, and needed once in three years.
  const { generate } = await import('selfsigned');
  const made = await generate([{ name: 'commonName', value: names[0] ?? 'circuito' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: now,
    notAfterDate: new Date(now.getTime() + YEARS * 365 * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: names.map((name) => (isIP(name) ? { type: 7, ip: name } : { type: 2, value: name })),
      },
    ],
  } as never);
  // The names last: files that a kill left half written are written again.
  for (const path of [files.names, files.key]) await rm(path, { force: true });
  await writeFile(files.key, made.private, { mode: 0o600, flag: 'wx' });
  await writeFile(files.cert, made.cert);
  await writeFile(files.names, wanted);
  return { key: made.private, cert: made.cert };
}
