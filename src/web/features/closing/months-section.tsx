import type { Language } from '../../../kernel/index.ts';
import { printNumber, printPeriod } from '../../../sentences/index.ts';
import { type Say, useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Month } from './answers.ts';
import { TEXTS } from './texts.ts';

type Key = keyof (typeof TEXTS)['es'];

const TONES = {
  running: 'none',
  contesting: 'info',
  open: 'plain',
  proposed: 'info',
  closed: 'met',
} as const;

/** The word of how a month stands. */
export function MonthBadge({ month }: { readonly month: Month }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const version = printNumber(month.version ?? 0, language);
  const late = (month.differ ?? 0) > 0;
  return (
    <StateBadge tone={late ? 'alert' : TONES[month.state]}>
      {t(late ? 'state-late' : `state-${month.state}`, { version })}
    </StateBadge>
  );
}

/** Every month with facts: a press opens it above. */
export function MonthsSection({
  months,
  chosen,
}: {
  readonly months: readonly Month[];
  readonly chosen: string;
}) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return (
    <Section title={t('months')} finding={t('monthsWhat')}>
      <DataTable
        label={t('months')}
        rows={months}
        rowKey={({ period }) => period}
        link={({ period }) => ({ to: '/datos/cierre', search: { periodo: period } })}
        columns={[
          {
            id: 'month',
            head: t('month'),
            cell: ({ period }) => (
              <span aria-current={period === chosen ? 'true' : undefined}>
                {printPeriod(period, language)}
              </span>
            ),
            sort: ({ period }) => period,
          },
          {
            id: 'state',
            head: t('state'),
            cell: (month) => <MonthBadge month={month} />,
            sort: ({ state }) => state,
          },
          { id: 'pending', head: t('pending'), cell: (month) => sayPending(t, month, language) },
        ]}
      />
    </Section>
  );
}

function sayPending(t: Say<Key>, month: Month, language: Language): string {
  const count = (n: number, one: Key, many: Key): readonly string[] =>
    n === 0 ? [] : [n === 1 ? t(one) : t(many, { n: printNumber(n, language) })];
  const told = [
    ...count(month.open_contests, 'pendingContest', 'pendingContestsMany'),
    ...count(month.waiting, 'pendingRow', 'pendingRows'),
    ...count(month.differ ?? 0, 'pendingDifferOne', 'pendingDiffer'),
  ];
  return told.length === 0 ? t('pendingNothing') : told.join(', ');
}
