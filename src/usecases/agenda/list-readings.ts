import type { Language } from '../../kernel/index.ts';
import { nameResult } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';

/** That somebody read the result of a month. */
export interface MonthReading {
  readonly name: string;
  /** Name of the indicator, or what else they read. */
  readonly subject: string;
  readonly at: string;
}

/** Who read the results of a month and when, latest first. */
export function listReadings(
  { ledger, content }: Pick<Institution, 'ledger' | 'content'>,
  month: string,
  language: Language,
): readonly MonthReading[] {
  return ledger.readings.list({ period: month }).map(({ person_id, subject, at }) => ({
    name: ledger.people.find(person_id)?.name ?? '',
    subject:
      content.catalogue.sheets.get(subject)?.name[language] ?? nameResult(subject, language) ?? subject,
    at,
  }));
}
