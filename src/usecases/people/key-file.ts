import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../kernel/index.ts';
import { toKeysFolder } from '../secret-file.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FILE = 'second-factor.key';

/** Writes a secret file that nobody else may read, fsynced; replaces none. */
function writeNew(path: string, bytes: Uint8Array): void {
  const handle = openSync(path, 'wx', 0o600);
  try {
    writeSync(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The key that encrypts second factors; made the first time. */
function loadKey(folder: string, make: boolean): Buffer {
  const keys = toKeysFolder(folder);
  const path = join(keys, FILE);
  try {
    const key = readFileSync(path);
    if (key.length === KEY_BYTES) return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    if (make) {
      mkdirSync(keys, { recursive: true, mode: 0o700 });
      writeNew(path, randomBytes(KEY_BYTES));
      return readFileSync(path);
    }
  }
  throw new Refusal('key-file-lost', { file: path });
}

/** Encrypts a text for one person: AES-256-GCM, so that it opens for nobody else. */
export function sealText(folder: string, person: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', loadKey(folder, true), nonce);
  cipher.setAAD(Buffer.from(person, 'utf8'));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}

/** The text again. Refuses `key-file-lost` when the key is gone or is another. */
export function openText(folder: string, person: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const key = loadKey(folder, false);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
    decipher.setAAD(Buffer.from(person, 'utf8'));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  } catch {
    throw new Refusal('key-file-lost', { file: join(toKeysFolder(folder), FILE) });
  }
}
