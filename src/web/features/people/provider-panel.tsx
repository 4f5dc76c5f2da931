import { Checkbox, Code, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type ApiAnswer, useAnswer, useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { CopyText } from '../../ui/copy-text.tsx';
import { Form } from '../../ui/form.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { Section } from '../../ui/section.tsx';
import { Sent } from './sent.tsx';
import { TEXTS } from './texts.ts';

type Settings = ApiAnswer<'get /api/settings/sign-in'>;

/** The identity provider people may sign in with. */
export function ProviderPanel() {
  const t = useTexts(TEXTS);
  const answer = useAnswer('get /api/settings/sign-in');
  return (
    <Section title={t('providerTitle')} finding={t('providerFinding')}>
      <LoadingPanel answer={answer}>{(settings) => <ProviderForm settings={settings} />}</LoadingPanel>
    </Section>
  );
}

function ProviderForm({ settings }: { readonly settings: Settings }) {
  const t = useTexts(TEXTS);
  const call = useCall('put /api/settings/sign-in');
  const { provider, redirect_uri } = settings;
  const [typed, setTyped] = useState({
    name: provider?.name ?? '',
    issuer: provider?.issuer ?? '',
    client_id: provider?.client_id ?? '',
    secret: '',
    reason: '',
  });
  const [trusts, setTrusts] = useState(provider?.trusts_second_factor ?? false);
  const [remove, setRemove] = useState(false);
  const put = (name: keyof typeof typed) => ({
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setTyped((before) => ({ ...before, [name]: value }));
    },
  });
  const { name, issuer, client_id, reason } = typed;
  const secret = typed.secret === '' ? null : typed.secret;
  const next = remove ? null : { name, issuer, client_id, secret, trusts_second_factor: trusts };
  if (call.data) return <Sent applied={call.data.applied} />;
  return (
    <Form
      submit={t('send')}
      pending={call.isPending}
      refused={call.error}
      disabled={reason.trim() === '' || (!remove && [name, issuer, client_id].includes(''))}
      onSubmit={() => call.mutate({ body: { provider: next, reason } })}
    >
      <Text size="sm">
        {t('providerRedirect')}: <Code>{redirect_uri}</Code>
      </Text>
      <div>
        <CopyText text={redirect_uri} />
      </div>
      {provider && (
        <Checkbox
          label={t('providerRemove')}
          checked={remove}
          onChange={(event) => setRemove(event.currentTarget.checked)}
        />
      )}
      {!remove && (
        <>
          <TextInput label={t('providerName')} maxLength={80} {...put('name')} />
          <TextInput label={t('providerIssuer')} type="url" maxLength={500} {...put('issuer')} />
          <TextInput label={t('providerClient')} maxLength={200} {...put('client_id')} />
          <PasswordField
            label={t('providerSecret')}
            description={provider?.has_secret ? t('providerSecretKept') : undefined}
            autoComplete="off"
            maxLength={500}
            {...put('secret')}
          />
          <Checkbox
            label={t('providerTrust')}
            checked={trusts}
            onChange={(event) => setTrusts(event.currentTarget.checked)}
          />
        </>
      )}
      <Textarea
        label={t('reason')}
        description={t('reasonHelp')}
        autosize
        minRows={2}
        maxLength={500}
        {...put('reason')}
      />
    </Form>
  );
}
