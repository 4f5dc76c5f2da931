import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { CopyText } from '../../ui/copy-text.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './sheet.module.css';
import { type SheetText, TEXTS } from './texts.ts';
import { useAsked } from './use-asked.ts';

/** The formula as it was understood and the SQL that is run, for who checks it. */
export function SqlSection() {
  const t = useTexts(TEXTS);
  const asked = useAsked();
  const [open, setOpen] = useState(false);
  const answer = useAnswer('get /api/indicators/{id}/sql', asked, { when: open });
  return (
    <Section title={t('sql')} finding={t('sqlWhat')}>
      {!open && (
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('showSql')}
        </Button>
      )}
      {open && (
        <LoadingPanel answer={answer}>
          {({ tree, statements }) => (
            <>
              <Title order={3} mb="xs">
                {t('tree')}
              </Title>
              <pre className={styles.code} tabIndex={0}>
                {tree.map(({ part, text }) => `${t(`part-${part}` as SheetText)}: ${text}`).join('\n')}
              </pre>
              {statements.map(({ dataset, sql }) => (
                <div key={sql}>
                  <Text fw={600} mt="md" mb="xs">
                    {t('statement', { dataset })} <CopyText text={sql} label={t('copySql')} />
                  </Text>
                  <pre className={styles.code} tabIndex={0}>
                    {sql}
                  </pre>
                </div>
              ))}
            </>
          )}
        </LoadingPanel>
      )}
    </Section>
  );
}
