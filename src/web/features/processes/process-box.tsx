import { Link } from '@tanstack/react-router';
import { printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import type { Box } from './answers.ts';
import styles from './processes.module.css';
import { StateMark } from './state-mark.tsx';
import { TEXTS } from './texts.ts';

/** A process and what is drawn inside it. */
export interface Group {
  readonly root: Box;
  readonly inside: readonly Group[];
}

/** Boxes as they come, each after the one it is under, as groups inside groups. */
export function toGroups(boxes: readonly Box[]): readonly Group[] {
  const top: Group[] = [];
  const open: { readonly root: Box; readonly inside: Group[] }[] = [];
  for (const root of boxes) {
    while ((open.at(-1)?.root.depth ?? -1) >= root.depth) open.pop();
    const group = { root, inside: [] };
    (open.at(-1)?.inside ?? top).push(group);
    open.push(group);
  }
  return top;
}

export function BoxGroup({ group: { root, inside } }: { readonly group: Group }) {
  const isNested = inside.some((each) => each.inside.length > 0);
  return (
    <li className={styles.group} data-wide={isNested || inside.length > 2 || undefined}>
      <BoxLink box={root} />
      {inside.length > 0 && (
        <ul className={styles.inside}>
          {inside.map((each) => (
            <BoxGroup key={each.root.id} group={each} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** A box: its name, its state in a word, and which indicator says so. */
export function BoxLink({ box }: { readonly box: Box }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { id, name, state, worst } = box;
  const shows = worst !== null && state !== 'hidden' && state !== 'no-data';
  const link = { to: '/procesos/$id', params: { id } } as unknown as { to: string };
  return (
    <Link className={styles.box} data-state={state} {...link}>
      <span className={styles.boxName}>{name[language]}</span>
      {state === 'none' || state === 'hidden' ? (
        <span className={styles.why}>{t(state)}</span>
      ) : (
        <StateMark state={state} />
      )}
      {shows && (
        <span className={styles.why}>
          {worst.of === null
            ? t('because', { indicator: worst.name[language] })
            : t('becauseOf', { indicator: worst.name[language], of: worst.of[language] })}
          {worst.result &&
            `: ${worst.result[language]} · ${t(worst.counts_people ? 'nPeople' : 'nCases', { n: printNumber(worst.n, language) })}`}
        </span>
      )}
    </Link>
  );
}
