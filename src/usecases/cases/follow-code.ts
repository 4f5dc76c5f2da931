import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../kernel/index.ts';

/** Letters and digits that are not taken for one another when read aloud or copied by hand. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LETTERS = 12;
const KEY_BYTES = 32;

/** The key the codes of a folder are made with; made the first time, for its owner alone. */
function loadKey(folder: string): Buffer {
  const keys = join(folder, 'keys');
  const path = join(keys, 'follow.key');
  try {
    try {
      return readFileSync(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    mkdirSync(keys, { recursive: true, mode: 0o700 });
    writeFileSync(path, randomBytes(KEY_BYTES), { mode: 0o600, flag: 'wx', flush: true });
    return readFileSync(path);
  } catch (error) {
    throw new Refusal('not-writable', {
      folder,
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}

/**
 * The code by which a client follows a case: three groups of four letters (some 59 bits), by a keyed
 * digest of what opened the case, so that the same opening sent again is answered with the same code
 * while nothing of it is kept but its digest.
 */
export function makeFollowCode(folder: string, opening: string): string {
  const digest = createHmac('sha512', loadKey(folder)).update(`follow\0${opening}`).digest();
  let number = BigInt(`0x${digest.toString('hex')}`);
  let code = '';
  for (let at = 0; at < LETTERS; at++) {
    code += ALPHABET[Number(number % BigInt(ALPHABET.length))]!;
    number /= BigInt(ALPHABET.length);
  }
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}

/** What is kept of a code, however its letters and hyphens were typed. */
export function toFollowDigest(code: string): string {
  return createHash('sha256')
    .update(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''))
    .digest('hex');
}

/** Whether a code is that of a digest, in a time that says nothing; of no digest it never is. */
export function isFollowCode(code: string, digest: string | undefined): boolean {
  const given = Buffer.from(toFollowDigest(code), 'hex');
  const kept = Buffer.from(digest ?? toFollowDigest(''), 'hex');
  return timingSafeEqual(given, kept) && digest !== undefined;
}
