import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { Finding } from '../../ui/finding.tsx';
import { Form } from '../../ui/form.tsx';
import { Section } from '../../ui/section.tsx';
import type { Alerts } from './answers.ts';
import { TEXTS } from './texts.ts';

/** Whether, and where, the person gets their digest by mail. */
export function OwnMail({ mail }: { readonly mail: Alerts['mail'] }) {
  const t = useTexts(TEXTS);
  const call = useCall('put /api/alerts/mail');
  const [address, setAddress] = useState(mail.own ?? mail.address ?? '');
  const [wanted, setWanted] = useState(mail.wanted);
  if (!mail.set)
    return (
      <Section title={t('mail')}>
        <p>{t('mailUnset')}</p>
      </Section>
    );
  const now = mail.address === null ? t('mailNowhere') : t('mailTo', { address: mail.address });
  const typed = address.trim() === '' ? null : address.trim();
  return (
    <Section title={t('mail')} finding={now}>
      <Form
        submit={t('save')}
        pending={call.isPending}
        refused={call.error}
        onSubmit={() => call.mutate({ body: { address: typed, wanted } })}
      >
        <Checkbox
          label={t('mailWanted')}
          checked={wanted}
          onChange={(event) => setWanted(event.currentTarget.checked)}
        />
        {wanted && (
          <TextInput
            label={t('mailAddress')}
            description={t('mailAddressHelp')}
            type="email"
            maxLength={200}
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
        )}
        {call.isSuccess && (
          <Finding tone="met" live>
            {t('saved')}
          </Finding>
        )}
      </Form>
    </Section>
  );
}
