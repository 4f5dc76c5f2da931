import type { Institution } from '../institution.ts';
import { limitToScope } from './limit-to-scope.ts';
import { getIndicators } from './measure-indicators.ts';
import { loadProtection } from './protect-identity.ts';
import { sheetAggregates } from './sheet-aggregates.ts';
import { sheetIndicator } from './sheet-indicator.ts';
import { SEES_ALL, type SheetInput, viewSheet } from './view-sheet.ts';

/**
 * Writes the spreadsheet of a sheet for a person: with its rows and live formulas, names of clients
 * as codes, for who may export rows; else with totals alone. Either way of what they reach.
 */
export async function writeSheetBook(
  institution: Institution,
  input: SheetInput & { readonly out: string },
): Promise<string> {
  const may = input.may ?? SEES_ALL;
  const view = may.export_rows ? null : await viewSheet(institution, input);
  if (view) return sheetAggregates(view, input.out, input.language);
  const [indicator] = getIndicators(institution, [input.indicator]);
  const { filters, only } = limitToScope(institution, indicator!, input.filters, input.scope);
  const protect = await loadProtection(institution, input.language);
  const { file } = await sheetIndicator(institution, {
    indicator: indicator!.id,
    period: input.period,
    as_of: input.as_of,
    filters,
    ...(only.length === 0 ? {} : { only }),
    hide: { protect, sees_people: may.people },
    out: input.out,
    language: input.language,
  });
  return file;
}
