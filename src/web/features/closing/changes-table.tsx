import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';
import type { Change, Waiting } from './answers.ts';
import { TEXTS } from './texts.ts';

type Told = NonNullable<Change['before']>;

/** A figure in words, with how many facts are behind it. */
function Figure({ figure }: { readonly figure: Told | null }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  if (figure === null) return <>{t('noFigure')}</>;
  return (
    <>
      {figure.text?.[language] ?? t('noFigure')} (n = {printNumber(figure.n, language)})
    </>
  );
}

/** What each figure was and is: those of the whole, and the parts when they are asked for. */
export function ChangesTable({ changes }: { readonly changes: readonly Change[] }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const whole = changes.filter(({ part }) => part === null);
  const parts = changes.length - whole.length;
  return (
    <Stack gap="sm">
      <Changes changes={open || whole.length === 0 ? changes : whole} />
      {parts > 0 && whole.length > 0 && (
        <Button
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? t('hideParts') : t('showParts', { n: printNumber(parts, language) })}
        </Button>
      )}
    </Stack>
  );
}

function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return (
    <DataTable
      label={t('changesTitle')}
      rows={changes}
      rowKey={(change) => JSON.stringify([change.indicator, change.dimensions])}
      columns={[
        { id: 'indicator', head: t('indicator'), cell: ({ name }) => name[language] },
        { id: 'part', head: t('part'), cell: ({ part }) => part?.[language] ?? t('whole') },
        {
          id: 'before',
          head: t('before'),
          align: 'right',
          cell: ({ before }) => <Figure figure={before} />,
        },
        { id: 'after', head: t('after'), align: 'right', cell: ({ after }) => <Figure figure={after} /> },
      ]}
    />
  );
}

/** The whole figures that would be signed. */
export function FiguresTable({ figures }: { readonly figures: Waiting['figures'] }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return (
    <DataTable
      label={t('result')}
      rows={figures}
      rowKey={({ indicator }) => indicator}
      columns={[
        { id: 'indicator', head: t('indicator'), cell: ({ name }) => name[language] },
        {
          id: 'result',
          head: t('result'),
          align: 'right',
          cell: ({ text }) => text?.[language] ?? t('noFigure'),
        },
        { id: 'n', head: t('n'), align: 'right', cell: ({ n }) => printNumber(n, language) },
        { id: 'verdict', head: t('verdict'), cell: ({ verdict }) => <VerdictBadge verdict={verdict} /> },
      ]}
    />
  );
}
