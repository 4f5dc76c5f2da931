import { Code, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { printNumber } from '../../../sentences/index.ts';
import { useAnswer, useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { CopyText } from '../../ui/copy-text.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Finding } from '../../ui/finding.tsx';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { TEXTS } from './texts.ts';

/** How the chain ends today, to keep elsewhere; and comparing with an end kept before. */
export function HeadSection() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const answer = useAnswer('get /api/audit/head');
  const [entries, setEntries] = useState('');
  const [head, setHead] = useState('');
  const check = useCall('post /api/audit/chain', { refresh: false });
  const known = { entries: Number(entries), head: head.trim().toLowerCase() };
  const ready = /^\d+$/.test(entries.trim()) && /^[0-9a-f]{64}$/.test(known.head);
  return (
    <Section title={t('headTitle')} finding={t('headFinding')}>
      <Stack gap="lg">
        <LoadingPanel answer={answer} lines={2}>
          {(now) => (
            <>
              <DefinitionList
                items={[
                  { term: t('entries'), detail: printNumber(now.entries, language) },
                  { term: t('head'), detail: <Code>{now.head}</Code> },
                ]}
              />
              <div>
                <CopyText text={`Circuito ${now.at} · ${now.entries} · ${now.head}`} label={t('copyHead')} />
              </div>
            </>
          )}
        </LoadingPanel>
        <Form
          submit={t('compare')}
          pending={check.isPending}
          refused={check.error}
          disabled={!ready}
          onSubmit={() => check.mutate({ body: { known } })}
        >
          <TextInput
            label={t('knownEntries')}
            inputMode="numeric"
            maw={220}
            value={entries}
            onChange={(event) => setEntries(event.currentTarget.value)}
          />
          <TextInput
            label={t('knownHead')}
            spellCheck={false}
            value={head}
            onChange={(event) => setHead(event.currentTarget.value)}
          />
          {check.data && (
            <Finding tone={check.data.sound ? 'met' : 'bad'} live>
              {[check.data.sentence, ...check.data.findings].join(' ')}
            </Finding>
          )}
        </Form>
      </Stack>
    </Section>
  );
}
