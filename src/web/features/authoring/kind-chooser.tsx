import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FORM_KINDS } from '../../../kernel/index.ts';
import { useAnswer, useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './authoring.module.css';
import { TEXTS } from './texts.ts';

/** What a person may want to know, in plain words with an example; or one to begin from. */
export function KindChooser() {
  const t = useTexts(TEXTS);
  return (
    <Stack gap="lg">
      <Section title={t('chooseKind')}>
        <ul className={styles.kinds}>
          {FORM_KINDS.map((kind) => (
            <li key={kind}>
              <Link
                className={styles.kind}
                {...({ to: '/indicadores/nuevo', search: { 'clase-de-indicador': kind } } as { to: string })}
              >
                <strong>{t(kind)}</strong>
                <span>{t(`${kind}Ask`)}</span>
                <span className={styles.soft}>{t(`${kind}Example`)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </Section>
      <CopySection />
      <Section title={t('orExample')} finding={t('orExampleWhat')}>
        <LinkButton to="/indicadores/ejemplos" variant="default">
          {t('seeExamples')}
        </LinkButton>
      </Section>
      <RetiredSection />
    </Stack>
  );
}

function CopySection() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const navigate = useNavigate();
  const [picked, setPicked] = useState<string | null>(null);
  const answer = useAnswer('get /api/indicators', { query: {} });
  const go = () =>
    void navigate({ to: '/indicadores/nuevo', search: { copia: picked ?? undefined } } as never);
  return (
    <Section title={t('orCopy')} finding={t('copyWhat')}>
      <Group align="end" gap="sm">
        <Select
          label={t('copyOf')}
          data={(answer.data?.indicators ?? []).map(({ id, name, code }) => ({
            value: id,
            label: code === null ? name[language] : `${code} · ${name[language]}`,
          }))}
          value={picked}
          onChange={setPicked}
          searchable
          w="min(26rem, 100%)"
        />
        <Button variant="default" disabled={picked === null} onClick={go}>
          {t('copyGo')}
        </Button>
      </Group>
    </Section>
  );
}

/** Indicators that are not measured any more, where there are any. */
function RetiredSection() {
  const t = useTexts(TEXTS);
  const answer = useAnswer('get /api/authoring/retired');
  const restore = useCall('post /api/authoring/retired/{id}/restore');
  const retired = answer.data?.retired ?? [];
  if (retired.length === 0) return null;
  return (
    <Section title={t('retiredTitle')} finding={t('retiredFinding')}>
      <Stack gap="sm">
        {restore.error !== null && <ErrorPanel error={restore.error} />}
        {retired.map(({ id, reason }) => (
          <Group key={id} justify="space-between" gap="sm">
            <div>
              <Text fw={600}>{id}</Text>
              <Text size="sm" c="dimmed">
                {reason}
              </Text>
            </div>
            <Button
              variant="default"
              size="xs"
              loading={restore.isPending}
              onClick={() => restore.mutate({ params: { id } })}
            >
              {t('restore')}
            </Button>
          </Group>
        ))}
      </Stack>
    </Section>
  );
}
