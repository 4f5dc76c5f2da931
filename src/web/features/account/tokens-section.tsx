import { Button, Code, Group, Modal, Stack, Text } from '@mantine/core';
import { useAnswer, useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { CopyText } from '../../ui/copy-text.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { TEXTS } from './texts.ts';

/** Import tokens of one's own: taking the secret of an approved one, once, and ending them. */
export function TokensSection() {
  const t = useTexts(TEXTS);
  const answer = useAnswer('get /api/me/tokens');
  const take = useCall('post /api/me/tokens/{id}');
  const end = useCall('delete /api/me/tokens/{id}');
  const secret = take.data?.secret;
  return (
    <Section title={t('tokens')} finding={t('tokensAbout')}>
      {(take.error ?? end.error) && <ErrorPanel error={take.error ?? end.error} />}
      <LoadingPanel
        answer={answer}
        lines={2}
        isEmpty={({ tokens }) => tokens.length === 0}
        empty={<Text>{t('noTokens')}</Text>}
      >
        {({ tokens }) => (
          <DataTable
            label={t('tokens')}
            rows={tokens}
            rowKey={({ id }) => id}
            columns={[
              { id: 'name', head: t('tokenName'), cell: ({ name }) => name },
              { id: 'expires', head: t('expires'), cell: ({ expires_at }) => <Moment at={expires_at} /> },
              { id: 'state', head: t('state'), cell: ({ state }) => <StateBadge>{t(state)}</StateBadge> },
              {
                id: 'do',
                head: '',
                cell: ({ id, state }) => (
                  <Group gap="xs">
                    {state === 'waiting' && (
                      <Button size="xs" onClick={() => take.mutate({ params: { id } })}>
                        {t('take')}
                      </Button>
                    )}
                    {(state === 'waiting' || state === 'in-force') && (
                      <Button size="xs" variant="default" onClick={() => end.mutate({ params: { id } })}>
                        {t('end')}
                      </Button>
                    )}
                  </Group>
                ),
              },
            ]}
          />
        )}
      </LoadingPanel>
      <Modal
        opened={secret !== undefined}
        onClose={() => take.reset()}
        title={t('secretTitle')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {secret !== undefined && (
          <Stack>
            <Text>{t('secretAbout')}</Text>
            <Code block>{secret}</Code>
            <CopyText text={secret} />
          </Stack>
        )}
      </Modal>
    </Section>
  );
}
