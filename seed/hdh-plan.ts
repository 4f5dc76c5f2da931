/** An adviser of the microfinance world: clients at month end before the application and with it. */
export interface HdhAdviser {
  readonly name: string;
  readonly unit: string;
  readonly clients: readonly [before: number, after: number];
  /** Whether the application reached the agency. */
  readonly app: boolean;
  /** Months are turned about for some, so that advisers do not rise and fall together. */
  readonly sign: 1 | -1;
}

export const HDH_UNITS: readonly { readonly name: string; readonly zone: string; readonly app: boolean }[] = [
  { name: 'Gracias', zone: 'occidente', app: true },
  { name: 'La Esperanza', zone: 'occidente', app: true },
  { name: 'Marcala', zone: 'centro', app: false },
];

/** Two advisers in one agency and one in another: the mean of the agencies is not the ratio of the whole. */
export const HDH_ADVISERS: readonly HdhAdviser[] = [
  { name: 'Elena Pineda', unit: 'Gracias', clients: [240, 300], app: true, sign: 1 },
  { name: 'Mario Ulloa', unit: 'Gracias', clients: [250, 310], app: true, sign: 1 },
  { name: 'Delia Castro', unit: 'La Esperanza', clients: [260, 320], app: true, sign: -1 },
  { name: 'Óscar Banegas', unit: 'Marcala', clients: [250, 250], app: false, sign: 1 },
];

/** Months before the application and with it, from March 2020 on. */
export const HDH_MONTHS = { year: 2020, month: 3, before: 12, after: 6 } as const;

/**
 * What each month departs from the level of its period. They add to zero over the period, over its half
 * nearest to the change and over its nearest quarter, and are zero in the months on either side of it:
 * whichever of those is compared gives the same figures.
 */
export const HDH_WAVES = {
  /** Clients of each adviser. */
  clients: [-4, 3, -2, 5, -1, -1, 2, -3, 1, -2, 2, 0, 0, 3, -3, 2, -4, 2],
  /** Weeks in which one loan waits longer (or less) than its pattern. */
  waits: [1, -2, 2, -1, 0, 0, -1, 2, -1, 1, -1, 0, 0, 1, -1, -1, 2, -1],
  /** Visits more, or less, than the pattern. */
  visits: [3, -2, 1, -2, 4, -4, 2, -1, -1, 2, -2, 0, 0, 2, -2, 1, -3, 2],
} as const;

/** A week of loans: hours from application to disbursement, and visits to each client. */
export interface HdhWeek {
  readonly hours: readonly number[];
  readonly visits: readonly number[];
  /** A loan of the first wait has the second in a month that departs from its level, or the other way about. */
  readonly swap: readonly [number, number];
  /** Weekday (0 is Monday) and hour at which a loan of so many hours is applied for; null: any of the first four days. */
  readonly slots: Readonly<Record<number, readonly [day: number | null, hour: number]>>;
}

/** 576 hours and 32 visits in eight loans: 72 hours and 4 visits. */
export const HDH_BEFORE: HdhWeek = {
  hours: [48, 96, 70, 74, 44, 100, 24, 120],
  visits: [4, 4, 3, 5, 4, 4, 3, 5],
  swap: [24, 120],
  slots: {
    24: [3, 10],
    44: [2, 14],
    48: [2, 10],
    70: [1, 12],
    74: [1, 10],
    96: [0, 10],
    100: [0, 10],
    120: [3, 10],
  },
};

/** 120 hours and 10 visits in ten loans: 12 hours and 1 visit. */
export const HDH_AFTER: HdhWeek = {
  hours: [4, 20, 5, 19, 6, 18, 26, 18, 2, 2],
  visits: [1, 1, 0, 2, 1, 1, 0, 2, 1, 1],
  swap: [5, 26],
  slots: {
    2: [null, 14],
    4: [null, 9],
    5: [null, 9],
    6: [null, 10],
    18: [null, 16],
    19: [null, 15],
    20: [null, 14],
    26: [null, 9],
  },
};
