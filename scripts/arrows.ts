import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import { arrowRules } from './arrow-rules.ts';

const TREES = ['src', 'seed', 'tests', 'bench', 'scripts'];

export interface ArrowReport {
  /** Source files found by the cruise, relative to the root. */
  readonly cruised: readonly string[];
  /** Source files on disk that the cruise did not see: with any of these its verdict is worth nothing. */
  readonly unseen: readonly string[];
  readonly violations: readonly { readonly rule: string; readonly from: string; readonly to: string }[];
}

/** Follows every import under `root` and holds it against the house's arrows. */
export async function checkArrows(root: string): Promise<ArrowReport> {
  const trees = TREES.filter((tree) => existsSync(path.join(root, tree)));
  const { output } = await cruise(trees, {
    ...arrowRules.options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: arrowRules.forbidden },
  });
  if (typeof output === 'string') throw new Error(`dependency-cruiser answered with text: ${output}`);
  const cruised = output.modules
    .map((module) => module.source)
    .filter((source) => trees.some((tree) => source.startsWith(`${tree}/`)));
  const known = new Set(cruised);
  const onDisk = globSync(`{${trees.join(',')}}/**/*.{ts,tsx}`, { cwd: root });
  return {
    cruised,
    unseen: onDisk.map((file) => file.replaceAll(path.sep, '/')).filter((file) => !known.has(file)),
    violations: output.summary.violations.map(({ rule, from, to, cycle }) => ({
      rule: rule.name,
      from,
      to: cycle?.map(({ name }) => name).join(' -> ') ?? to,
    })),
  };
}

/** The report as lines a person reads; empty when every arrow is allowed. */
export function printArrows({ unseen, violations }: ArrowReport): string {
  const comments = new Map(arrowRules.forbidden?.map((rule) => [rule.name, rule.comment]));
  return [
    ...unseen.map((file) => `${file}: not seen by dependency-cruiser, so its imports are unchecked`),
    ...violations.map(({ rule, from, to }) => `${from} -> ${to}\n    ${rule}: ${comments.get(rule)}`),
  ].join('\n');
}
