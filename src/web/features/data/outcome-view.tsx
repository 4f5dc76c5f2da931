import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { printNumber, printPeriod } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import { Accounting } from './accounting.tsx';
import type { Outcome } from './answers.ts';
import styles from './data.module.css';
import { WIZARD_TEXTS } from './texts.ts';
import { WarningList } from './warning-list.tsx';

const MOST_NAMES = 8;

/** What a file would do: every row accounted for, what is to be corrected, what is new. */
export function OutcomeView({ outcome }: { readonly outcome: Outcome }) {
  const t = useTexts(WIZARD_TEXTS);
  const language = useLanguage();
  const { months, indicators, new_values, warnings, masked, already } = outcome;
  const names = (list: readonly string[]) =>
    `${list.slice(0, MOST_NAMES).join(', ')}${list.length > MOST_NAMES ? '…' : ''}`;
  const news = new_values.filter(({ dimension }) => dimension !== 'client').map(({ value }) => value);
  return (
    <Stack gap="lg">
      {already && <Finding tone="info">{t('already')}</Finding>}
      <Section title={outcome.dataset_name[language]}>
        <Stack gap="sm">
          <Accounting counts={outcome.counts} />
          {months.length > 0 && (
            <Text>
              {t('months', {
                months: months
                  .map(
                    ({ month, rows }) => `${printPeriod(month, language)} (${printNumber(rows, language)})`,
                  )
                  .join(', '),
              })}
            </Text>
          )}
          {indicators.length > 0 && (
            <Text>
              {t('readers', {
                n: printNumber(indicators.length, language),
                names: names(indicators.map(({ name }) => name[language])),
              })}
            </Text>
          )}
          {news.length > 0 && <Text>{t('news', { names: names(news) })}</Text>}
          {masked > 0 && <Text>{t('masked', { n: printNumber(masked, language) })}</Text>}
          <WarningList warnings={warnings} />
        </Stack>
      </Section>
      {outcome.groups.length > 0 && <Problems outcome={outcome} />}
    </Stack>
  );
}

function Problems({ outcome }: { readonly outcome: Outcome }) {
  const t = useTexts(WIZARD_TEXTS);
  const [open, setOpen] = useState(false);
  const language = useLanguage();
  const n = (value: number) => printNumber(value, language);
  return (
    <Section
      title={t('problems')}
      actions={
        <Button variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('hideRows') : t('seeRows')}
        </Button>
      }
    >
      <Stack gap="md">
        <DataTable
          label={t('problems')}
          rows={outcome.groups}
          rowKey={({ problem, header, lines }) => `${problem.code} ${header} ${lines[0]}`}
          columns={[
            { id: 'what', head: t('problemWhat'), cell: ({ problem }) => problem.sentence },
            { id: 'where', head: t('problemWhere'), cell: ({ header }) => header ?? '—' },
            {
              id: 'rows',
              head: t('problemRows'),
              align: 'right',
              cell: (group) => n(group.n),
              sort: (group) => group.n,
            },
            { id: 'lines', head: t('problemLines'), cell: ({ lines }) => lines.map(n).join(', ') },
          ]}
        />
        {open && <RejectedRows outcome={outcome} />}
      </Stack>
    </Section>
  );
}

/** The rows themselves, the cell to blame marked. */
function RejectedRows({ outcome }: { readonly outcome: Outcome }) {
  const t = useTexts(WIZARD_TEXTS);
  return (
    <div className={styles.grid} role="region" aria-label={t('seeRows')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('line')}</th>
            <th scope="col">{t('cell')}</th>
            {outcome.header.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {outcome.rejected.map((row) => (
            <tr key={row.line}>
              <th scope="row">{row.line}</th>
              <td className={styles.reason}>{row.problem.sentence}</td>
              {outcome.header.map((name, index) => (
                <td key={name} className={index === row.index ? styles.wrong : undefined}>
                  {row.cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
