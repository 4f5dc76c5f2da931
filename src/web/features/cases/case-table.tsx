import { Checkbox } from '@mantine/core';
import { printDate } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { toWallClock } from '../../ui/to-wall-clock.ts';
import type { CaseLine } from './answers.ts';
import styles from './cases.module.css';
import { DueBadge } from './due-badge.tsx';
import { TEXTS } from './texts.ts';

interface CaseTableProps {
  readonly cases: readonly CaseLine[];
  /** False where all are of one unit. */
  readonly units: boolean;
  /** Numbers chosen, and how to change that; absent for who gives no cases. */
  readonly choice?: { readonly chosen: ReadonlySet<string>; readonly onChosen: (next: Set<string>) => void };
}

/** The cases of a page: each with what it is, where it stands and until when. */
export function CaseTable({ cases, units, choice }: CaseTableProps) {
  const t = useTexts(TEXTS);
  const columns = useColumns(units);
  const toggle = (number: string) => {
    const next = new Set(choice?.chosen);
    if (!next.delete(number)) next.add(number);
    choice?.onChosen(next);
  };
  const chosenHere = cases.filter(({ number }) => choice?.chosen.has(number)).length;
  return (
    <DataTable
      label={t('list')}
      rows={cases}
      rowKey={({ number }) => number}
      link={({ number }) => ({ to: '/casos/$number', params: { number } })}
      columns={columns}
      before={
        choice && {
          label: t('chooseIt'),
          head: (
            <Checkbox
              aria-label={t('chooseAll')}
              checked={chosenHere === cases.length}
              indeterminate={chosenHere > 0 && chosenHere < cases.length}
              onChange={(event) =>
                choice.onChosen(
                  event.currentTarget.checked ? new Set(cases.map(({ number }) => number)) : new Set(),
                )
              }
            />
          ),
          cell: ({ number }) => (
            <Checkbox
              aria-label={t('choose', { number })}
              checked={choice.chosen.has(number)}
              onChange={() => toggle(number)}
            />
          ),
        }
      }
    />
  );
}

function useColumns(units: boolean): readonly Column<CaseLine>[] {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return [
    {
      id: 'number',
      head: t('case'),
      cell: ({ number, procedure, importance }) => (
        <span className={styles.two}>
          <span className={styles.number}>{number}</span>
          <span className={styles.soft}>{procedure.name[language]}</span>
          {importance === 'alta' && (
            <span>
              <StateBadge>{t('alta')}</StateBadge>
            </span>
          )}
        </span>
      ),
    },
    { id: 'client', head: t('client'), cell: ({ client }) => client ?? t('noClient') },
    {
      id: 'state',
      head: t('state'),
      cell: ({ state, turn }) => (
        <span className={styles.two}>
          <span>{state.name[language]}</span>
          {turn && <span className={styles.soft}>{t('turn', { who: turn[language] })}</span>}
        </span>
      ),
    },
    {
      id: 'due',
      head: t('due'),
      cell: ({ due, client_wrote }) => (
        <div>
          <DueBadge due={due} />
          {client_wrote && <StateBadge tone="alert">{t('wrote')}</StateBadge>}
        </div>
      ),
    },
    { id: 'assigned', head: t('assigned'), cell: ({ assigned_to }) => assigned_to?.name ?? t('nobody') },
    ...(units ? [{ id: 'unit', head: t('unit'), cell: ({ unit }: CaseLine) => unit }] : []),
    {
      id: 'opened',
      head: t('opened'),
      cell: ({ opened_at }) => (
        <time dateTime={opened_at} className={styles.wraps}>
          {printDate(toWallClock(opened_at).slice(0, 10), language)}
        </time>
      ),
    },
  ];
}
