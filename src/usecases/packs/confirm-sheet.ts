import { type LocalText, Refusal, type Sheet } from '../../kernel/index.ts';
import type { Institution } from '../institution.ts';
import { OWN } from './own-pack.ts';

/** Whose the standard and the responsible of a sheet are. */
export interface SheetOrigin {
  /** It came with the program, and nobody here has said that it holds. */
  readonly unconfirmed: boolean;
  readonly responsible: LocalText;
}

type Place = Pick<Institution, 'content' | 'ledger'>;

/** What the ledger keeps of a sheet that was taken as it came. */
interface KeptConfirmation {
  readonly version: number;
  readonly by: string | null;
}

const toKey = (id: string): string => `confirmed/${id}`;

function getSheet({ content }: Place, id: string): Sheet {
  const sheet = content.catalogue.sheets.get(id);
  if (!sheet) throw new Refusal('indicator-not-found', { indicator: id, hint: '' });
  return sheet;
}

/** Whether a sheet is as it came with the program. In a folder created as demo nobody is asked. */
export function describeOrigin(place: Place, id: string): SheetOrigin {
  const sheet = getSheet(place, id);
  const kept = place.ledger.findSetting(toKey(id))?.value as KeptConfirmation | undefined;
  const shipped = sheet.pack !== OWN && place.ledger.findSetting('demo')?.value !== true;
  return { unconfirmed: shipped && kept?.version !== sheet.version, responsible: sheet.responsible };
}

/** Says that the standard and the responsible of a sheet that came with the program hold here. */
export function confirmSheet(place: Place, id: string): void {
  const { version } = getSheet(place, id);
  if (!describeOrigin(place, id).unconfirmed) return;
  const kept: KeptConfirmation = { version, by: place.ledger.actor };
  place.ledger.changeSetting(toKey(id), kept);
}
