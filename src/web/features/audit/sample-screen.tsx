import { Select, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAnswer } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { TEXTS } from './texts.ts';

const SIZES = ['10', '25', '50', '100'] as const;

/** A random sample that anybody can repeat: of which indicator, with which seed. */
export default function SampleScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const navigate = useNavigate();
  const { period, unit } = useView();
  const { today } = useSession();
  const answer = useAnswer('get /api/indicators', { query: { period, unit } }, { keep: true });
  const [indicator, setIndicator] = useState<string | null>(null);
  const [seed, setSeed] = useState(today);
  const [size, setSize] = useState<string>('25');
  const draw = () => {
    if (indicator === null) return;
    const search = (before: object) => ({ ...before, semilla: seed.trim(), muestra: size });
    void navigate({ to: '/indicadores/$id', params: { id: indicator }, search, hash: 'muestra' } as never);
  };
  return (
    <Page title={t('sampleTitle')} finding={t('sampleFinding')} narrow>
      <Section>
        <LoadingPanel answer={answer}>
          {({ indicators }) => (
            <Form submit={t('draw')} onSubmit={draw} disabled={indicator === null || seed.trim() === ''}>
              <Select
                label={t('indicator')}
                searchable
                value={indicator}
                onChange={setIndicator}
                data={indicators.map(({ id, name }) => ({ value: id, label: name[language] }))}
              />
              <TextInput
                label={t('seed')}
                description={t('seedHelp')}
                maxLength={100}
                value={seed}
                onChange={(event) => setSeed(event.currentTarget.value)}
              />
              <Select
                label={t('size')}
                maw={160}
                value={size}
                data={SIZES}
                onChange={(next) => setSize(next ?? '25')}
              />
              <Text size="sm" c="dimmed">
                {t('sampleDone')}
              </Text>
            </Form>
          )}
        </LoadingPanel>
      </Section>
    </Page>
  );
}
