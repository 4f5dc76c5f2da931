/** Colour that goes with the word of each state of a finding. */
export const STATE_TONES = { open: 'alert', answered: 'info', closed: 'met' } as const;
