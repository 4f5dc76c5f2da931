import type { Ledger } from '../../ledger/index.ts';

export const INSTITUTION_KINDS = ['banco', 'cooperativa', 'microfinanciera'] as const;
export type InstitutionKind = (typeof INSTITUTION_KINDS)[number];

/** What an institution calls those it serves, where it serves them, and who serves. */
export interface ChosenWords {
  readonly client: 'cliente' | 'socio';
  readonly unit: 'agencia' | 'oficina';
  readonly staff: 'ejecutivo' | 'asesor';
}

/** What an institution said of itself the first time; kept as setting `institution`. */
export interface Profile {
  readonly name: string;
  readonly kind: InstitutionKind;
  readonly words: ChosenWords;
  /** Two letters of ISO 3166. */
  readonly country: string;
  readonly zone: string;
  readonly calendar: string;
}

/** What the institution said of itself; undefined before the first run. */
export function findProfile(ledger: Ledger): Profile | undefined {
  return ledger.findSetting('institution')?.value as Profile | undefined;
}
