import { Refusal } from '../kernel/index.ts';

/** The file of the facts is damaged: it can be deleted and made again, and the work repeated. */
export class FactsDamaged extends Error {}

const FULL = /no space left|ENOSPC|disk quota|max_temp_directory_size/i;
const DAMAGED = /corrupt|checksum|deserializ|INTERNAL Error|FATAL Error|database has been invalidated/i;

/** What an error of the columnar store means: a full disk, a damaged file, or a mistake of ours as it came. */
export function toFactsError(error: unknown, folder: string): unknown {
  if (!(error instanceof Error)) return error;
  if (FULL.test(error.message)) return new Refusal('disk-full', { folder, detail: error.message });
  return DAMAGED.test(error.message) ? new FactsDamaged(error.message, { cause: error }) : error;
}
