import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useAnswer, useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { CriticalityResult } from './criticality-result.tsx';
import { FamiliesGrid, ServicesGrid } from './typed-grids.tsx';
import { TEXTS } from './texts.ts';
import { EMPTY_DRAFT, toDraft, toTables, type TypedDraft } from './typed-tables.ts';

const RULES = [3, 4, 5, 6, 8, 10] as const;

/** Two tables written by hand, and the choice they lead to, made anew while they are written. */
export function TypedPanel() {
  const answer = useAnswer('get /api/criticality/typed');
  return (
    <LoadingPanel answer={answer}>
      {({ tables, may_keep }) => (
        <TypedEditor start={tables === null ? EMPTY_DRAFT : toDraft(tables)} mayKeep={may_keep} />
      )}
    </LoadingPanel>
  );
}

function TypedEditor({ start, mayKeep }: { readonly start: TypedDraft; readonly mayKeep: boolean }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [draft, setDraft] = useState(start);
  const [count, setCount] = useState(5);
  const { mutate: judge, data, error } = useCall('post /api/criticality/typed', { refresh: false });
  const keep = useCall('put /api/criticality/typed', { refresh: false });
  const tables = toTables(draft);
  const text = JSON.stringify(tables);
  useEffect(() => {
    const ready = JSON.parse(text) as typeof tables;
    if (ready === null) return undefined;
    const soon = setTimeout(() => judge({ body: { tables: ready, rule: { kind: 'count', count } } }), 300);
    return () => clearTimeout(soon);
  }, [text, count, judge]);
  return (
    <Stack gap="lg">
      <Text c="dimmed">{t('typedWhat')}</Text>
      <Group gap="md" align="end">
        <NativeSelect
          label={t('unit')}
          value={draft.unit}
          onChange={(event) =>
            setDraft({ ...draft, unit: event.currentTarget.value === 'count' ? 'count' : 'percent' })
          }
          data={[
            { value: 'percent', label: t('percent') },
            { value: 'count', label: t('count') },
          ]}
        />
        <NativeSelect
          label={t('rule')}
          value={String(count)}
          onChange={(event) => setCount(Number(event.currentTarget.value))}
          data={RULES.map((n) => ({ value: String(n), label: t('byCount', { n }) }))}
        />
      </Group>
      <FamiliesGrid draft={draft} onChange={setDraft} />
      <ServicesGrid draft={draft} onChange={setDraft} />
      {mayKeep && tables !== null && (
        <Group gap="md">
          <Button
            onClick={() => keep.mutate({ body: { tables, rule: { kind: 'count', count } } })}
            loading={keep.isPending}
          >
            {t('keep')}
          </Button>
          {keep.isSuccess && <Text role="status">{t('kept')}</Text>}
        </Group>
      )}
      {(error ?? keep.error) && <ErrorPanel error={error ?? keep.error} />}
      <Section title={t('result')}>
        {tables === null || !data ? (
          <Text c="dimmed">{t('none')}</Text>
        ) : (
          <Stack gap="lg">
            <Finding tone="info" live>
              {data.sentence[language]}
            </Finding>
            <CriticalityResult view={data} />
          </Stack>
        )}
      </Section>
    </Stack>
  );
}
