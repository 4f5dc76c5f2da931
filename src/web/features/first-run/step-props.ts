import type { StartChoices, StartDraft } from './start-draft.ts';

/** What each step of the first run gets. */
export interface StepProps {
  readonly choices: StartChoices;
  readonly draft: StartDraft;
  readonly onChange: (change: Partial<StartDraft>) => void;
}
