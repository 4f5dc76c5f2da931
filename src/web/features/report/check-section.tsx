import { Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { Form } from '../../ui/form.tsx';
import { Section } from '../../ui/section.tsx';
import { CheckedPaper } from './checked-paper.tsx';
import { TEXTS } from './texts.ts';

/** A code from paper, and whether its figures are still the same. */
export function CheckSection() {
  const t = useTexts(TEXTS);
  const [code, setCode] = useState('');
  const check = useCall('post /api/report/check', { refresh: false });
  return (
    <Section title={t('check')} finding={t('checkAbout')}>
      <Stack gap="md">
        <Form
          submit={t('submit')}
          pending={check.isPending}
          refused={check.error}
          disabled={code.trim() === ''}
          onSubmit={() => check.mutate({ body: { code } })}
        >
          <TextInput
            label={t('code')}
            description={t('example')}
            value={code}
            maxLength={40}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              setCode(event.currentTarget.value);
              check.reset();
            }}
          />
        </Form>
        {check.data && <CheckedPaper paper={check.data} />}
      </Stack>
    </Section>
  );
}
