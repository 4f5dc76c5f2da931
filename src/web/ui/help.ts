import { createContext, useContext } from 'react';

/** Opens the help on a topic: the path of a screen, or a name of its own. */
export type OpenHelp = (topic: string) => void;

const HelpContext = createContext<OpenHelp | null>(null);

export const HelpProvider = HelpContext.Provider;

/** How to open help; null where the app gives none (before signing in). */
export function useHelp(): OpenHelp | null {
  return useContext(HelpContext);
}
