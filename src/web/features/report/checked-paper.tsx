import { List, Stack, Text } from '@mantine/core';
import { printDate, printPeriod } from '../../../sentences/index.ts';
import type { ApiAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { TEXTS } from './texts.ts';

type Paper = ApiAnswer<'post /api/report/check'>;

/** What a code was issued for, and what is different today. */
export function CheckedPaper({ paper }: { readonly paper: Paper }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { gone, same, indicator, differences } = paper;
  const limits = [...(paper.units ?? []), ...paper.filters.map(({ value }) => value)];
  return (
    <Stack gap="md">
      <Finding tone={same ? 'met' : 'bad'} live>
        {t(same ? 'sameSheet' : gone ? 'gone' : 'changed')}
      </Finding>
      <DefinitionList
        items={[
          {
            term: t('what'),
            detail: indicator ? t('sheetOf', { name: indicator.name[language] }) : t('monthReport'),
          },
          { term: t('period'), detail: printPeriod(paper.period, language) },
          ...(limits.length === 0 ? [] : [{ term: t('limited'), detail: limits.join(', ') }]),
          {
            term: t('issued'),
            detail: paper.issued
              .map(({ date, who }) =>
                who === ''
                  ? printDate(date, language)
                  : t('issuedBy', { date: printDate(date, language), who }),
              )
              .join('; '),
          },
        ]}
      />
      {!same && !gone && <Differences differences={differences} />}
    </Stack>
  );
}

function Differences({ differences }: Pick<Paper, 'differences'>) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  if (differences.length === 0) return <Text>{t('restricted')}</Text>;
  return (
    <div>
      <Text fw={600}>{t('differs')}</Text>
      <List>
        {differences.map(({ kind, indicator, name }) => (
          <List.Item key={`${kind} ${indicator ?? ''}`}>
            {t(kind, { name: name?.[language] ?? '' })}
          </List.Item>
        ))}
      </List>
    </div>
  );
}
