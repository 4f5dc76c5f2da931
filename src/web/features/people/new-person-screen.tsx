import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Language } from '../../../kernel/index.ts';
import { useAnswer, useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { Form } from '../../ui/form.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { type Grant, toGrant } from './grant-draft.ts';
import { GrantsEditor } from './grants-editor.tsx';
import { Sent } from './sent.tsx';
import { TEXTS } from './texts.ts';

const EMPTY = { name: '', login: '', email: '', staff_name: '', reason: '', language: 'es' as Language };

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

/** Proposes somebody new. */
export default function NewPersonScreen() {
  const t = useTexts(TEXTS);
  const answer = useAnswer('get /api/roles');
  const call = useCall('post /api/people');
  const [typed, setTyped] = useState(EMPTY);
  const [grants, setGrants] = useState<readonly Grant[]>([toGrant('analyst')]);
  const put = (name: keyof typeof EMPTY) => ({
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setTyped((before) => ({ ...before, [name]: value }));
    },
  });
  const send = () => {
    const { name, login, language, reason } = typed;
    const email = orNull(typed.email);
    const staff_name = orNull(typed.staff_name);
    call.mutate({ body: { name, login, language, email, staff_name, reason, grants: [...grants] } });
  };
  return (
    <Page
      title={t('newTitle')}
      finding={t('newAbout')}
      back={{ to: '/administracion', label: t('title') }}
      help="/administracion"
      narrow
    >
      <Section>
        {call.data ? (
          <Sent applied={call.data.applied} />
        ) : (
          <LoadingPanel answer={answer}>
            {({ roles, processes }) => (
              <Form
                submit={t('send')}
                pending={call.isPending}
                refused={call.error}
                disabled={typed.name.trim() === '' || typed.login.trim() === '' || typed.reason.trim() === ''}
                onSubmit={send}
              >
                <TextInput label={t('name')} maxLength={120} {...put('name')} />
                <TextInput
                  label={t('login')}
                  maxLength={60}
                  autoCapitalize="none"
                  spellCheck={false}
                  {...put('login')}
                />
                <GrantsEditor roles={roles} processes={processes} grants={grants} onChange={setGrants} />
                <TextInput
                  label={t('staff')}
                  description={t('staffHelp')}
                  maxLength={120}
                  {...put('staff_name')}
                />
                <TextInput label={t('email')} type="email" maxLength={200} {...put('email')} />
                <Select
                  label={t('language')}
                  value={typed.language}
                  data={[
                    { value: 'es', label: 'Español' },
                    { value: 'en', label: 'English' },
                  ]}
                  onChange={(next) => setTyped((before) => ({ ...before, language: next ?? 'es' }))}
                />
                <Textarea
                  label={t('reason')}
                  description={t('reasonHelp')}
                  autosize
                  minRows={2}
                  maxLength={500}
                  {...put('reason')}
                />
              </Form>
            )}
          </LoadingPanel>
        )}
      </Section>
    </Page>
  );
}
