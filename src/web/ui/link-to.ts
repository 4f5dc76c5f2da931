/** Where a link leads: a path of the app, its `$parameters`, and search values beside period and unit. */
export interface LinkTo {
  readonly to: string;
  readonly params?: Readonly<Record<string, string>>;
  /** Part of the page it leads to. */
  readonly hash?: string;
  readonly search?: Readonly<Record<string, string | undefined>>;
}
