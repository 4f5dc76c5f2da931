import { Checkbox, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { Finding } from '../../ui/finding.tsx';
import { Form } from '../../ui/form.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { Section } from '../../ui/section.tsx';
import type { MailDraft, MailSettings } from './answers.ts';
import { TEXTS } from './texts.ts';
import { TryMail } from './try-mail.tsx';

const PORTS = { tls: 465, starttls: 587, none: 25 } as const;

/** The mail server as it is proposed, tried before with what is typed. */
export function MailForm({ settings }: { readonly settings: MailSettings }) {
  const t = useTexts(TEXTS);
  const call = useCall('put /api/settings/mail');
  const { setting: known, origin } = settings;
  const [typed, setTyped] = useState({
    host: known?.host ?? '',
    user: known?.user ?? '',
    password: '',
    from_name: known?.from_name ?? '',
    from_address: known?.from_address ?? '',
    address: known?.address ?? origin,
  });
  const [port, setPort] = useState(known?.port ?? PORTS.starttls);
  const [security, setSecurity] = useState(known?.security ?? 'starttls');
  const [remove, setRemove] = useState(false);
  const [reason, setReason] = useState('');
  const put = (name: keyof typeof typed) => ({
    maxLength: 200,
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setTyped((before) => ({ ...before, [name]: value }));
    },
  });
  const choose = (next: MailDraft['security']) => {
    if (port === PORTS[security]) setPort(PORTS[next]);
    setSecurity(next);
  };
  const orNull = (text: string) => (text === '' ? null : text);
  const draft: MailDraft = {
    ...typed,
    port,
    security,
    user: orNull(typed.user.trim()),
    password: orNull(typed.password),
  };
  const isWhole = [typed.host, typed.from_name, typed.from_address, typed.address].every(
    (text) => text.trim() !== '',
  );
  if (call.data)
    return (
      <Finding tone={call.data.applied ? 'met' : 'info'} live>
        {call.data.applied ? t('sentDone') : t('sentWaiting')}
      </Finding>
    );
  return (
    <Section title={t('mailWhat')} finding={t('mailWhatFinding')}>
      <Form
        submit={t('propose')}
        pending={call.isPending}
        refused={call.error}
        disabled={reason.trim() === '' || (!remove && !isWhole)}
        onSubmit={() => call.mutate({ body: { setting: remove ? null : draft, reason } })}
      >
        {known && (
          <Checkbox
            label={t('removeMail')}
            checked={remove}
            onChange={(event) => setRemove(event.currentTarget.checked)}
          />
        )}
        {!remove && (
          <>
            <TextInput label={t('host')} description={t('hostHelp')} {...put('host')} />
            <ChoiceField
              label={t('security')}
              value={security}
              onChange={choose}
              choices={[
                { value: 'starttls', label: t('starttls') },
                { value: 'tls', label: t('tls') },
                { value: 'none', label: t('plain') },
              ]}
            />
            <NumberInput
              label={t('port')}
              min={1}
              max={65_535}
              allowDecimal={false}
              maw="10rem"
              value={port}
              onChange={(value) => setPort(Number(value))}
            />
            <TextInput label={t('user')} description={t('userHelp')} autoComplete="off" {...put('user')} />
            <PasswordField
              label={t('password')}
              description={known?.has_password ? t('passwordKept') : t('passwordHelp')}
              autoComplete="new-password"
              {...put('password')}
            />
            <TextInput label={t('fromName')} {...put('from_name')} />
            <TextInput label={t('fromAddress')} type="email" {...put('from_address')} />
            <TextInput label={t('address')} description={t('addressHelp')} type="url" {...put('address')} />
            <TryMail draft={draft} ready={isWhole} own={settings.own_address} />
          </>
        )}
        <Textarea
          label={t('reason')}
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Form>
    </Section>
  );
}
