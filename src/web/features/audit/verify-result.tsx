import { List, Stack, Title } from '@mantine/core';
import { printCount, printNumber, printPeriod } from '../../../sentences/index.ts';
import type { JobResult } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { TEXTS } from './texts.ts';

interface Part {
  readonly name: string;
  readonly size: string;
  readonly same: boolean;
}

const NOUNS = {
  es: { files: ['archivo', 'archivos'], entries: ['anotación', 'anotaciones'], rows: ['fila', 'filas'] },
  en: { files: ['file', 'files'], entries: ['link', 'links'], rows: ['row', 'rows'] },
} as const;

/** What a verification found: one sentence, then part by part. */
export function VerifyResult({ result }: { readonly result: JobResult<'post /api/verify'> }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const nouns = NOUNS[language];
  const { sound, raw_files, ledger_entries, facts, problems, closings, notices } = result;
  const wrong = (prefix: string) => problems.some(({ code }) => code.startsWith(prefix));
  const files = printCount(raw_files, nouns.files, language);
  const entries = printCount(ledger_entries, nouns.entries, language);
  const rows = facts.reduce((n, fact) => n + fact.rows, 0);
  const parts: readonly Part[] = [
    { name: t('raw'), size: files, same: !wrong('raw-') },
    { name: t('ledger'), size: entries, same: !wrong('ledger-') && !wrong('chain-') },
    ...facts.map((fact) => ({
      name: fact.name[language],
      size: t('rowsOf', { n: printNumber(fact.rows, language) }),
      same: fact.same,
    })),
  ];
  return (
    <Stack>
      <Finding tone={sound ? 'met' : 'bad'} live>
        {sound ? t('sound', { files, entries, rows: printCount(rows, nouns.rows, language) }) : t('unsound')}
      </Finding>
      {problems.length > 0 && (
        <div>
          <Title order={3}>{t('problems')}</Title>
          <List>
            {problems.map(({ sentence }) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
        </div>
      )}
      {notices.length > 0 && (
        <div>
          <Title order={3}>{t('laterNotes')}</Title>
          <List>
            {notices.map((notice) => (
              <List.Item key={notice}>{notice}</List.Item>
            ))}
          </List>
        </div>
      )}
      {closings.length > 0 && (
        <DataTable
          label={t('closedMonths')}
          rows={closings}
          rowKey={({ period }) => period}
          columns={[
            { id: 'month', head: t('closedMonth'), cell: ({ period }) => printPeriod(period, language) },
            {
              id: 'version',
              head: t('closedVersion'),
              align: 'right',
              cell: ({ version }) => printNumber(version, language),
            },
            {
              id: 'figures',
              head: t('closedFigures'),
              align: 'right',
              cell: ({ figures }) => printNumber(figures, language),
            },
            {
              id: 'today',
              head: t('closedToday'),
              align: 'right',
              cell: ({ today }) => printNumber(today, language),
            },
            {
              id: 'same',
              head: t('closedSame'),
              cell: ({ same }) => (
                <StateBadge tone={same ? 'met' : 'bad'}>{same ? t('equal') : t('differs')}</StateBadge>
              ),
            },
          ]}
        />
      )}
      <DataTable
        label={t('found')}
        rows={parts}
        rowKey={({ name }) => name}
        columns={[
          { id: 'part', head: t('part'), cell: ({ name }) => name },
          { id: 'size', head: t('rows'), align: 'right', cell: ({ size }) => size },
          {
            id: 'found',
            head: t('found'),
            cell: ({ same }) => (
              <StateBadge tone={same ? 'met' : 'bad'}>{same ? t('equal') : t('differs')}</StateBadge>
            ),
          },
        ]}
      />
    </Stack>
  );
}
