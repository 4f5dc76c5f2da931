import { Button, Stack, Text } from '@mantine/core';
import { printPeriod } from '../../../sentences/index.ts';
import { useDownload } from '../../app/api.ts';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import { TEXTS } from './texts.ts';

/** The page to hang on the wall of the unit that the top bar says. */
export function WallSection() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { period, unit } = useView();
  const save = useDownload('get /api/report/wall');
  if (period === '') return null;
  const told = { period: printPeriod(period, language), unit: unit ?? '' };
  return (
    <Section title={t('wall')} finding={t(unit === undefined ? 'wallWhole' : 'wallOf', told)}>
      <Stack gap="sm" align="flex-start">
        <Text>{t('wallWhat')}</Text>
        {save.error && <ErrorPanel error={save.error} />}
        <Button
          variant="default"
          leftSection={<Icon name="print" size={18} />}
          loading={save.isPending}
          onClick={() => save.mutate({ query: { period, unit } })}
        >
          {t('print')}
        </Button>
      </Stack>
    </Section>
  );
}
