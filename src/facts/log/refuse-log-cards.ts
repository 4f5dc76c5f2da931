import { basename } from 'node:path';
import { Refusal } from '../../kernel/index.ts';
import { findPans } from '../intake/index.ts';
import { openLog } from './open-log.ts';

/** A card number may lie across two pieces: this much of the first is looked at again with the second. */
const OVERLAP = 64;

/**
 * Refuses `log-card-number` for a file with card numbers anywhere in it, with the line of the first,
 * masked: the file would be kept with them.
 */
export async function refuseLogCards(path: string): Promise<void> {
  const opened = await openLog(path);
  const decoder = new TextDecoder();
  let rest = '';
  let line = 1;
  for await (const piece of opened.pieces()) {
    const text = rest + decoder.decode(piece, { stream: true });
    const [found] = findPans(text);
    if (found) {
      const before = text.slice(0, found.start);
      const { masked } = found;
      throw new Refusal('log-card-number', {
        file: basename(path),
        line: line + before.split('\n').length - 1,
        masked,
      });
    }
    rest = text.slice(-OVERLAP);
    line += text.split('\n').length - rest.split('\n').length;
  }
}
