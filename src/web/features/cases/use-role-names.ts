import { ROLE_TEXTS } from '../../app/texts.ts';
import { useTexts } from '../../app/words.ts';
import type { CaseList } from './answers.ts';

/** Says the roles of somebody to whom cases may be given, in words. */
export function useRoleNames(): (roles: CaseList['people'][number]['roles']) => string {
  const t = useTexts(ROLE_TEXTS);
  return (roles) => roles.map((role) => t(role).toLowerCase()).join(', ');
}
