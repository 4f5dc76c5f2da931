import { useMay } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { DayLine } from './answers.ts';
import { TEXTS } from './texts.ts';
import styles from './today.module.css';

/** Colour only where somebody must act; the word says it anyway. */
const LOOKS = {
  'on-time': { tone: 'none', word: 'on-time' },
  'due-today': { tone: 'alert', word: 'is-due-today' },
  overdue: { tone: 'bad', word: 'is-overdue' },
  waiting: { tone: 'none', word: 'is-waiting' },
  unknown: { tone: 'none', word: 'is-unknown' },
  'answered-on-time': { tone: 'none', word: 'on-time' },
  'answered-late': { tone: 'none', word: 'is-overdue' },
} as const;

interface LineTableProps {
  readonly label: string;
  readonly lines: readonly DayLine[];
  /** False where all are of one unit. */
  readonly units: boolean;
  /** Where lines of several standings are together. */
  readonly badges?: boolean;
}

/** What is open: a case leads to its page; what only a file told of has none. */
export function LineTable({ label, lines, units, badges = false }: LineTableProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const mayRun = useMay('run-batch');
  const columns: readonly Column<DayLine>[] = [
    {
      id: 'case',
      head: t('case'),
      cell: ({ number, worked, name }) => (
        <span className={styles.two}>
          {worked ? (
            <AppLink className={styles.number} to={{ to: '/casos/$number', params: { number } }}>
              {number}
            </AppLink>
          ) : (
            <span className={styles.number}>{number}</span>
          )}
          <span className={styles.soft}>
            {worked ? name[language] : t('fromFile', { name: name[language] })}
          </span>
        </span>
      ),
    },
    {
      id: 'due',
      head: t('due'),
      cell: ({ standing, sentence, client_wrote }) => (
        <span className={styles.two}>
          {badges && <StateBadge tone={LOOKS[standing].tone}>{t(LOOKS[standing].word)}</StateBadge>}
          <span>{sentence[language]}</span>
          {client_wrote && <StateBadge tone="alert">{t('wrote')}</StateBadge>}
        </span>
      ),
    },
    {
      id: 'state',
      head: t('stateAndTurn'),
      cell: ({ state, turn, batch }) => (
        <span className={styles.two}>
          <span>{state?.[language]}</span>
          {batch && mayRun && <AppLink to="/casos/lote">{t('toBatch')}</AppLink>}
          {turn && <span className={styles.soft}>{t('turn', { who: turn[language] })}</span>}
        </span>
      ),
    },
    { id: 'person', head: t('person'), cell: ({ person }) => person ?? t('nobody') },
    ...(units ? [{ id: 'unit', head: t('unit'), cell: ({ unit }: DayLine) => unit ?? '' }] : []),
  ];
  return (
    <DataTable
      label={label}
      rows={lines}
      rowKey={({ number, worked }) => `${worked} ${number}`}
      columns={columns}
    />
  );
}
