import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { printNumber } from '../../../sentences/index.ts';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Finding } from '../../ui/finding.tsx';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { Rules } from './answers.ts';
import { TEXTS } from './texts.ts';

/** At what hour and on which days the digest goes out; today's may be prepared at once. */
export function DigestForm({ digest }: { readonly digest: Rules['digest'] }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const save = useCall('put /api/settings/digest');
  const prepare = useCall('post /api/digests');
  const [next, setNext] = useState(digest);
  const said = (people: number): string => {
    if (people === 0) return t('preparedNone');
    return people === 1 ? t('prepared1') : t('prepared', { n: printNumber(people, language) });
  };
  return (
    <Section title={t('when')}>
      <Form
        submit={t('save')}
        pending={save.isPending}
        refused={save.error}
        onSubmit={() => save.mutate({ body: next })}
        others={
          <Button variant="default" loading={prepare.isPending} onClick={() => prepare.mutate({})}>
            {t('prepare')}
          </Button>
        }
      >
        <TextInput
          label={t('at')}
          description={t('atHelp')}
          maxLength={5}
          maw="20rem"
          value={next.at}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setNext((before) => ({ ...before, at: value }));
          }}
        />
        <Checkbox
          label={t('workingDays')}
          checked={next.working_days}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            setNext((before) => ({ ...before, working_days: checked }));
          }}
        />
        <NumberInput
          label={t('most')}
          description={t('mostHelp')}
          min={1}
          max={30}
          allowDecimal={false}
          maw="20rem"
          value={next.most}
          onChange={(most) => setNext((before) => ({ ...before, most: Number(most) }))}
        />
        {save.isSuccess && (
          <Finding tone="met" live>
            {t('saved')}
          </Finding>
        )}
        {prepare.data && (
          <Finding tone="info" live>
            {said(prepare.data.people)}
          </Finding>
        )}
        {prepare.error && <ErrorPanel error={prepare.error} />}
      </Form>
    </Section>
  );
}
