import { createHash, randomBytes, randomInt } from 'node:crypto';

/** An opaque secret of 256 bits, for a session or a token. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret: its SHA-256, hexadecimal. Secrets are long and random, so no salt is needed. */
export function toDigest(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Letters and digits that are not taken for one another when read aloud or copied by hand. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

function makeGroups(count: number): string {
  const group = () => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: count }, group).join('-');
}

/** A code that a person hands over to another: four groups of five, some 99 bits. */
export function makeHandedCode(): string {
  return makeGroups(4);
}

/** A code kept on paper in case the telephone is lost: three groups of five, some 74 bits. */
export function makeBackupCode(): string {
  return makeGroups(3);
}

/** The digest of a handed code, however its letters and hyphens were typed. */
export function toHandedDigest(code: string): string {
  return toDigest(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''));
}
