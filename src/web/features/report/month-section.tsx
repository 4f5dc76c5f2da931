import { Button, List, Stack, Text } from '@mantine/core';
import { printPeriod } from '../../../sentences/index.ts';
import { useDownload } from '../../app/api.ts';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Section } from '../../ui/section.tsx';
import { TEXTS } from './texts.ts';

/** The report of the month that the top bar says. */
export function MonthSection() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { period, unit } = useView();
  const save = useDownload('get /api/report/pdf');
  if (period === '')
    return (
      <Section title={t('month')}>
        <EmptyState title={t('noData')} action={<LinkButton to="/datos">{t('bring')}</LinkButton>}>
          {t('noDataWhat')}
        </EmptyState>
      </Section>
    );
  const told = { period: printPeriod(period, language), unit: unit ?? '' };
  return (
    <Section title={t('month')} finding={t(unit === undefined ? 'monthOf' : 'monthOfUnit', told)}>
      <Stack gap="sm" align="flex-start">
        <Text>{t('holds')}</Text>
        <List>
          <List.Item>{t('holdsSummary')}</List.Item>
          <List.Item>{t('holdsChanges')}</List.Item>
          <List.Item>{t('holdsLoop')}</List.Item>
          <List.Item>{t('holdsSheets')}</List.Item>
          <List.Item>{t('holdsBasis')}</List.Item>
        </List>
        {save.error && <ErrorPanel error={save.error} />}
        <Button
          leftSection={<Icon name="print" size={18} />}
          loading={save.isPending}
          onClick={() => save.mutate({ query: { period, unit } })}
        >
          {t('print')}
        </Button>
        <Text c="dimmed" size="sm">
          {t('sheets')}
        </Text>
      </Stack>
    </Section>
  );
}
