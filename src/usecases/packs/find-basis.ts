import { Refusal } from '../../kernel/index.ts';
import { nearest } from '../../language/index.ts';
import type { Institution } from '../institution.ts';
import type { DraftBasis } from './draft-indicator.ts';
import { checkId, findFile, findOwnSheet, findText, OWN, type PackText } from './own-pack.ts';

/** The indicator that a draft changes, or is a copy of. */
export interface DraftOf {
  readonly id: string;
  readonly copy: boolean;
}

/** The file of an indicator, whose it is and what stands in it. */
export interface FoundSheet {
  readonly id: string;
  readonly pack: string;
  readonly own: boolean;
  readonly file: PackText;
}

/** The file of an indicator, the own one first; refuses an unknown id with the nearest. */
export async function getSheetFile(
  institution: Pick<Institution, 'folder' | 'content'>,
  id: string,
): Promise<FoundSheet> {
  checkId(id);
  const { content } = institution;
  const own = await findOwnSheet(institution, id);
  if (own !== null) return { id, pack: OWN, own: true, file: own };
  const pack = content.catalogue.sheets.get(id)?.pack ?? '';
  const path = findFile(content, 'indicators', id, pack);
  const file = path === null ? null : await findText(path);
  if (file !== null) return { id, pack, own: false, file };
  throw new Refusal('indicator-not-found', {
    indicator: id,
    hint: nearest(id, content.indicators.keys()) ?? '',
    indicators: [...content.indicators.keys()],
  });
}

/**
 * What a draft begins from: nothing; the file of an own indicator, as its next version; or that of
 * another pack, whose place the own one takes. A copy begins as version 1 of its own.
 */
export async function findBasis(
  institution: Pick<Institution, 'folder' | 'content'>,
  of: DraftOf | null,
): Promise<DraftBasis> {
  if (of === null) return { text: null, version: 1, replaces: false };
  const { file, own } = await getSheetFile(institution, of.id);
  const version = institution.content.catalogue.sheets.get(of.id)?.version ?? 0;
  if (of.copy) return { text: file.text, version: 1, replaces: false };
  return {
    text: file.text,
    version: version + 1,
    replaces: own ? /^replaces:\s*true/m.test(file.text) : true,
  };
}
