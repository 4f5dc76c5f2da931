import type { Sentences } from './sentence-entry.ts';

/** Signals and what is decided of their points. */
export const signalSentences: Sentences = {
  'signal-not-found': {
    es: () =>
      'Esa señal ya no está en el mes que se mira: llegaron datos o cambiaron sus límites. Vuelva a abrir la lista.',
    en: () =>
      'That signal is no longer in the month looked at: data came in, or its limits changed. Open the list again.',
  },
};
