import { Button, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { WholeCase } from './answers.ts';
import { TEXTS } from './texts.ts';
import { useRoleNames } from './use-role-names.ts';

/** In whose hands it is, and giving it to another. */
export function AssignSection({ whole }: { readonly whole: WholeCase }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const now = whole.assigned_to?.id ?? '';
  const [to, setTo] = useState<string | null>(null);
  const call = useCall('post /api/cases/assign');
  const sayRoles = useRoleNames();
  const refused = call.data?.refused[0];
  const waiting = call.data?.waiting[0];
  const chosen = to ?? now;
  return (
    <Section title={t('assign')}>
      <Stack gap="sm">
        <Text>{whole.assigned_to?.name ?? t('nobody')}</Text>
        {whole.may_assign && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              call.mutate(
                { body: { numbers: [whole.number], to: chosen === '' ? null : chosen } },
                { onSuccess: () => setTo(null) },
              );
            }}
          >
            <Stack gap="sm">
              <NativeSelect
                label={t('giveTo')}
                value={chosen}
                onChange={(event) => setTo(event.currentTarget.value)}
                data={[
                  { value: '', label: t('leaveNobody') },
                  ...whole.people.map(({ id, name, roles }) => ({
                    value: id,
                    label: t('personAs', { name, roles: sayRoles(roles) }),
                  })),
                ]}
              />
              {refused && (
                <Finding tone="alert" live>
                  {refused.why[language]}
                </Finding>
              )}
              {waiting && (
                <Finding tone="alert" live>
                  {waiting.why[language]}
                </Finding>
              )}
              {call.error && <ErrorPanel error={call.error} />}
              <div>
                <Button type="submit" variant="default" disabled={chosen === now} loading={call.isPending}>
                  {t('give')}
                </Button>
              </div>
            </Stack>
          </form>
        )}
      </Stack>
    </Section>
  );
}
