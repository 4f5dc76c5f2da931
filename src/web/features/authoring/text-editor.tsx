import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Finding } from '../../ui/finding.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Section } from '../../ui/section.tsx';
import type { Opened, Said } from './answers.ts';
import styles from './authoring.module.css';
import { LivePanel } from './live-panel.tsx';
import { ProposalSent } from './proposal-sent.tsx';
import { TEXTS } from './texts.ts';

/** The file itself, for what no form can hold: problems by line, and the figure beside it. */
export function TextEditor({ opened, copy }: { readonly opened: Opened; readonly copy: boolean }) {
  const t = useTexts(TEXTS);
  const navigate = useNavigate();
  const [text, setText] = useState(opened.text);
  const [period, setPeriod] = useState('');
  const [reason, setReason] = useState('');
  const [said, setSaid] = useState<readonly Said[]>([]);
  const [asked] = useDebouncedValue(text, 450);
  const { mutate, data, isPending } = useCall('post /api/authoring/preview', { refresh: false });
  const save = useCall('post /api/authoring/indicators');
  const { id } = opened;
  useEffect(() => {
    mutate({ body: { draft: { text: asked }, of: { id, copy }, period: null } });
  }, [mutate, asked, id, copy]);
  const problems = said.length > 0 ? said : (data?.problems ?? opened.problems);
  const send = () =>
    save.mutateAsync({ body: { draft: { text }, of: { id, copy }, base: opened.digest, reason } }).then(
      ({ saved, problems: found }) => {
        if (saved === null) return setSaid(found);
        const search = (before: object) => ({ ...before, guardada: String(saved.version) });
        return void navigate({ to: '/indicadores/$id', params: { id: saved.id }, search } as never);
      },
      () => undefined,
    );
  return (
    <div className={styles.columns}>
      <Section title={t('textTitle')} finding={opened.form === null ? t('textFinding') : undefined}>
        <Stack gap="md">
          {opened.beyond !== null && opened.beyond.text !== '' && (
            <Text size="sm">
              {t('textBeyond', { text: '' })}
              <code>{opened.beyond.text}</code>
            </Text>
          )}
          <Textarea
            label={t('textLabel')}
            className={styles.editor}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setSaid([]);
            }}
            autosize
            minRows={18}
            spellCheck={false}
          />
          {problems.length === 0 ? (
            <Finding tone="met">{t('textGood')}</Finding>
          ) : (
            <Finding tone="alert" live>
              <ul className={styles.list}>
                {problems.map(({ line, sentence, field }) => (
                  <li key={`${line} ${field} ${sentence}`}>
                    {line === null ? sentence : t('textLine', { line, text: sentence })}
                  </li>
                ))}
              </ul>
            </Finding>
          )}
          {(said.some(({ field }) => field === 'reason') || reason !== '') && (
            <Textarea
              label={t('reason')}
              description={t('reasonHelp')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              autosize
              minRows={2}
            />
          )}
          <ProposalSent proposed={save.data?.proposed} />
          {save.error !== null && <ErrorPanel error={save.error} />}
          <Group gap="sm">
            <Button
              onClick={() => void send()}
              loading={save.isPending}
              disabled={!copy && text === opened.text}
            >
              {t('save')}
            </Button>
            <LinkButton to="/indicadores" variant="default">
              {t('cancel')}
            </LinkButton>
          </Group>
        </Stack>
      </Section>
      <div className={styles.live}>
        <LivePanel preview={data} waiting={isPending} period={period} onPeriod={setPeriod} />
      </div>
    </div>
  );
}
