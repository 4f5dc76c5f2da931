import { toLocal } from '../kernel/index.ts';
import type { Institution } from './institution.ts';

/** The institution's date at this moment, by its own zone. */
export function toLocalToday({ content, ports }: Pick<Institution, 'content' | 'ports'>): string {
  const us = BigInt(Date.parse(ports.clock())) * 1000n;
  return toLocal(us, content.catalogue.settings.default_zone).date;
}
