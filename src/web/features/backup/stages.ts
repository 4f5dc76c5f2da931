import { useTexts } from '../../app/words.ts';
import { TEXTS } from './texts.ts';

const STAGES = ['backup', 'backup-digest'] as const;

/** What a backup is at, in words. */
export function useStages(): (stage: string) => string | undefined {
  const t = useTexts(TEXTS);
  return (stage) => {
    const known = STAGES.find((name) => name === stage);
    return known && t(known);
  };
}
