import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { printDate } from '../../../sentences/index.ts';
import { type ApiAnswer, useAnswer, useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Section } from '../../ui/section.tsx';
import type { Grant } from './grant-draft.ts';
import { GrantsEditor } from './grants-editor.tsx';
import { Sent } from './sent.tsx';
import { TEXTS } from './texts.ts';

type Person = ApiAnswer<'get /api/people'>['people'][number];

interface PersonRolesProps {
  readonly person: Person;
  readonly mayPropose: boolean;
}

/** The roles of a person with their reach; and proposing others. */
export function PersonRoles({ person, mayPropose }: PersonRolesProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [editing, setEditing] = useState(false);
  const reach = ({ units, processes, until }: Person['roles'][number]) =>
    [
      units?.join(', '),
      processes?.join(', '),
      until === null ? undefined : `${t('until').toLowerCase()} ${printDate(until, language)}`,
    ]
      .filter((text) => text !== undefined)
      .join('; ');
  return (
    <Section
      title={t('roles')}
      actions={
        mayPropose &&
        !editing && (
          <Button variant="default" onClick={() => setEditing(true)}>
            {t('change')}
          </Button>
        )
      }
    >
      {editing ? (
        <RolesForm person={person} onClose={() => setEditing(false)} />
      ) : (
        <Stack gap="xs">
          {person.roles.map((grant) => (
            <Text key={grant.role}>
              <strong>{grant.name}</strong> {reach(grant)}
            </Text>
          ))}
        </Stack>
      )}
    </Section>
  );
}

function RolesForm({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const t = useTexts(TEXTS);
  const answer = useAnswer('get /api/roles');
  const call = useCall('put /api/people/{id}/roles');
  const [grants, setGrants] = useState<readonly Grant[]>(
    person.roles.map(({ role, units, processes, until }) => ({ role, units, processes, until })),
  );
  const [reason, setReason] = useState('');
  if (call.data) return <Sent applied={call.data.applied} />;
  return (
    <LoadingPanel answer={answer}>
      {({ roles, processes }) => (
        <Form
          submit={t('send')}
          pending={call.isPending}
          refused={call.error}
          disabled={reason.trim() === ''}
          onSubmit={() => call.mutate({ params: { id: person.id }, body: { grants: [...grants], reason } })}
          others={
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
          }
        >
          <GrantsEditor roles={roles} processes={processes} grants={grants} onChange={setGrants} />
          <Textarea
            label={t('reason')}
            description={t('reasonHelp')}
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Form>
      )}
    </LoadingPanel>
  );
}
