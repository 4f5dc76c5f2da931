import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Dataset, type Language, Refusal } from '../../kernel/index.ts';
import type { Institution } from '../institution.ts';
import type { Filter } from './name-dimension.ts';

/** Whose identity a column tells. */
export type Identity = 'client' | 'person';

/** Gives a name the code by which it is known to who may not see it; null stays null. */
export type Protect = (identity: Identity, name: string | null) => string | null;

/** Letters of a code: no I, L, O or U, which are read as others or make words. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const WORDS: Readonly<Record<Identity, Readonly<Record<Language, string>>>> = {
  client: { es: 'cliente', en: 'client' },
  person: { es: 'persona', en: 'person' },
};

/** Bytes of the key, and of the digest that a code of eight letters is made from. */
const KEY_BYTES = 32;
const CODE_BYTES = 5;

/** Whose identity a column or lookup of a data set tells; null where it names nobody. */
export function identityOf(dataset: Dataset, column: string): Identity | null {
  const of = dataset.columns.find(({ name }) => name === column)?.of ?? null;
  return of === 'client' || of === 'person' ? of : null;
}

/**
 * Codes by a keyed digest: the same name has the same code always and in every file of the
 * institution, and without the key nobody comes back from code to name by trying names. Eight
 * letters: among a hundred thousand clients two with one code are less likely than 1 in 200.
 * The key is made the first time, in `keys/` of the data folder, for its owner alone.
 *
 * @example (await loadProtection(institution, 'es'))('client', 'CL-1') // 'cliente 7F3A-9CK2'
 */
export async function loadProtection(institution: Institution, language: Language): Promise<Protect> {
  const key = await loadKey(institution.folder);
  return (identity, name) => {
    if (name === null) return null;
    const digest = createHmac('sha256', key).update(`${identity}\0${name}`).digest().subarray(0, CODE_BYTES);
    let bits = BigInt(`0x${digest.toString('hex')}`);
    let code = '';
    for (let at = 0; at < 8; at += 1) {
      code = LETTERS[Number(bits & 31n)]! + code;
      bits >>= 5n;
    }
    return `${WORDS[identity][language]} ${code.slice(0, 4)}-${code.slice(4)}`;
  };
}

async function loadKey(folder: string): Promise<Buffer> {
  const keys = join(folder, 'keys');
  const path = join(keys, 'identity.key');
  const kept = await readFile(path).catch(() => null);
  if (kept?.length === KEY_BYTES) return kept;
  await mkdir(keys, { recursive: true, mode: 0o700 });
  try {
    await writeFile(path, randomBytes(KEY_BYTES), { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    // Another reader made it meanwhile; anything else is told below.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw toRefusal(folder, error);
  }
  const made = await readFile(path);
  if (made.length !== KEY_BYTES) throw toRefusal(folder, new Error('identity.key'));
  return made;
}

function toRefusal(folder: string, error: unknown): Refusal {
  return new Refusal('not-writable', {
    folder,
    detail: error instanceof Error ? error.message : String(error),
  });
}

/**
 * Refuses a question that would find somebody out: by client nobody asks, by person only who may
 * see people's figures (`identity-protected`).
 */
export function refuseIdentityFilters(filters: readonly Filter[], sees_people: boolean): void {
  for (const { dimension } of filters) {
    const isHidden = dimension === 'client' || (dimension === 'person' && !sees_people);
    if (isHidden) throw new Refusal('identity-protected', { dimension });
  }
}
