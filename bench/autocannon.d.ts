/** What the bench uses of the load generator, which brings no types. */
declare module 'autocannon' {
  interface Options {
    readonly url: string;
    readonly connections: number;
    readonly duration: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly requests: readonly { readonly method: string; readonly path: string }[];
    readonly overallRate?: number;
  }
  interface Result {
    readonly latency: Readonly<Record<'p50' | 'p97_5' | 'p99' | 'max', number>>;
    readonly requests: { readonly average: number };
    readonly non2xx: number;
    readonly errors: number;
    readonly timeouts: number;
  }
  export default function autocannon(options: Options): Promise<Result>;
}
