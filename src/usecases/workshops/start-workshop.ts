import type { LocalText, Scope } from '../../kernel/index.ts';
import { reachIndicators } from '../reach-indicators.ts';
import type { Place } from './reach-workshop.ts';

/** What a workshop may be about. */
export interface WorkshopStart {
  readonly indicators: readonly { readonly id: string; readonly name: LocalText }[];
  /** Units whoever plans it is held to; null for any. */
  readonly units: readonly string[] | null;
}

/** The indicators and units a workshop may be planned for. */
export function startWorkshop({ content }: Place, scope: Scope): WorkshopStart {
  return {
    indicators: reachIndicators(content, scope).flatMap(({ id }) => {
      const sheet = content.catalogue.sheets.get(id);
      return sheet === undefined ? [] : [{ id, name: sheet.name }];
    }),
    units: scope.units,
  };
}
