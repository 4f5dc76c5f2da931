import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../../kernel/index.ts';

/** Argon2id: 19 MiB of memory, two passes, one lane. Kept with each hash, so that they may grow. */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const HASH_BYTES = 32;

/** Hashes worked out at once: each takes a thread and 19 MiB. */
const MOST_AT_ONCE = 2;
/** Those that may wait their turn; beyond, whoever asks is told to come back. */
const MOST_WAITING = 60;

let working = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (working >= MOST_AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw new Refusal('too-many-attempts', { retry_after_s: 5 });
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    working += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else working -= 1;
  }
}

interface Settings {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

function derive(password: string, nonce: Buffer, bytes: number, settings: Settings): Promise<Buffer> {
  const message = Buffer.from(password.normalize('NFC'), 'utf8');
  return inTurn(
    () =>
      new Promise((resolve, reject) => {
        argon2('argon2id', { message, nonce, tagLength: bytes, ...settings }, (error, hash) =>
          error ? reject(error) : resolve(hash),
        );
      }),
  );
}

const toText = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

/** Hashes a password, off the main thread: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const settings = { memory: MEMORY_KIB, passes: PASSES, parallelism: LANES };
  const hash = await derive(password, nonce, HASH_BYTES, settings);
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${toText(nonce)}$${toText(hash)}`;
}

const STORED = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Of nobody: what is compared when there is no such person, so that it takes as long. */
const NOBODY = `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Whether a password is the one of a stored hash. Without a hash the answer is no, in the same time. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [, memory, passes, parallelism, nonce = '', wanted = ''] = STORED.exec(stored ?? NOBODY) ?? [];
  const settings = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const bytes = Buffer.from(wanted, 'base64');
  const hash = await derive(password, Buffer.from(nonce, 'base64'), bytes.length, settings);
  return timingSafeEqual(hash, bytes) && stored !== null;
}
