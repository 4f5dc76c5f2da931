import { Button, Stack, Text } from '@mantine/core';
import { printInPeriod } from '../../../sentences/index.ts';
import { useAnswer, useDownload } from '../../app/api.ts';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { CopyText } from '../../ui/copy-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Finding } from '../../ui/finding.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { TEXTS } from './texts.ts';
import styles from './told.module.css';

/** What clients said and what was done: to print, and to copy into a message or a page. */
export function ToldSection() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { period, unit } = useView();
  const answer = useAnswer('get /api/report/told', { query: { period, unit } }, { when: period !== '' });
  const save = useDownload('get /api/report/told/pdf');
  if (period === '') return null;
  const when = printInPeriod(period, language);
  return (
    <Section title={t('told')} finding={t('toldWhat', { when })}>
      <LoadingPanel answer={answer}>
        {({ text, items, held }) => (
          <Stack gap="sm" align="stretch">
            {held.map(({ improvement, title, name }) => (
              <Finding key={improvement} tone="alert">
                {t('toldHeld', { title, name })}
              </Finding>
            ))}
            {items === 0 && <EmptyState title={t('toldNone', { when })}>{t('toldNoneWhat')}</EmptyState>}
            {items > 0 && (
              <>
                <Text component="pre" className={styles.text}>
                  {text}
                </Text>
                {save.error && <ErrorPanel error={save.error} />}
                <div className={styles.actions}>
                  <Button
                    variant="default"
                    leftSection={<Icon name="print" size={18} />}
                    loading={save.isPending}
                    onClick={() => save.mutate({ query: { period, unit } })}
                  >
                    {t('toldPrint')}
                  </Button>
                  <CopyText text={text} label={t('toldCopy')} />
                </div>
              </>
            )}
          </Stack>
        )}
      </LoadingPanel>
    </Section>
  );
}
