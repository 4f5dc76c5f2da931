import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useAnswer, useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Rule, Rules } from './answers.ts';
import { DigestForm } from './digest-form.tsx';
import { RuleForm } from './rule-form.tsx';
import { sayTells } from './say-tells.ts';
import { TEXTS } from './texts.ts';

/** Who is told what: the rules that everybody has, those that were written, and when the digest goes out. */
export function RulesPanel() {
  const answer = useAnswer('get /api/alert-rules');
  return <LoadingPanel answer={answer}>{(rules) => <Panel rules={rules} />}</LoadingPanel>;
}

function Panel({ rules }: { readonly rules: Rules }) {
  const t = useTexts(TEXTS);
  const [open, setOpen] = useState<Rule | 'new' | null>(null);
  const close = () => setOpen(null);
  return (
    <Stack gap="lg">
      <Section
        title={t('rules')}
        finding={t('rulesWhat')}
        actions={<Button onClick={() => setOpen('new')}>{t('add')}</Button>}
      >
        <RuleTable rules={rules} onEdit={setOpen} />
      </Section>
      {open !== null && (
        <RuleForm
          key={open === 'new' ? 'new' : open.id}
          rule={open === 'new' ? null : open}
          rules={rules}
          onClose={close}
        />
      )}
      {rules.may_set && <DigestForm digest={rules.digest} />}
    </Stack>
  );
}

function RuleTable({ rules, onEdit }: { readonly rules: Rules; readonly onEdit: (rule: Rule) => void }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const turn = useCall('put /api/standing-alerts/{id}');
  const remove = useCall('delete /api/alert-rules/{id}');
  const sayIndicators = ({ rule }: Rule): string => {
    const { figures } = rules.kinds.find(({ kind }) => kind === rule.kind)!;
    if (!figures) return '';
    const names = rule.indicators.map(
      (id) => rules.indicators.find((each) => each.id === id)?.name[language] ?? id,
    );
    const by = { whole: t('byWhole'), unit: t('byUnit'), both: t('byBoth') }[rule.by];
    return `${names.length === 0 ? t('every') : names.join(', ')} · ${by}`;
  };
  const acts = (rule: Rule) => {
    if (!rule.may_change) return null;
    if (!rule.own)
      return (
        <Button
          variant="default"
          size="compact-sm"
          loading={turn.isPending && turn.variables?.params.id === rule.id}
          onClick={() => turn.mutate({ params: { id: rule.id }, body: { off: !rule.off } })}
        >
          {rule.off ? t('turnOn') : t('turnOff')}
        </Button>
      );
    return (
      <Group gap="xs" justify="flex-end">
        <Button variant="default" size="compact-sm" onClick={() => onEdit(rule)}>
          {t('edit')}
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => remove.mutate({ params: { id: rule.id } })}
        >
          {t('remove')}
        </Button>
      </Group>
    );
  };
  return (
    <>
      <DataTable
        label={t('rules')}
        rows={rules.rules}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'what',
            head: t('what'),
            cell: (rule) =>
              rule.own ? `${rule.name[language]}: ${rule.sentence[language]}` : rule.sentence[language],
          },
          { id: 'of', head: t('of'), cell: sayIndicators },
          { id: 'who', head: t('who'), cell: (rule) => sayTells(rule, rules, t('ownersShort')) },
          {
            id: 'state',
            head: t('state'),
            cell: ({ off, own, made_by }) => (
              <Group gap="xs">
                <StateBadge tone={off ? 'none' : 'met'}>{off ? t('off') : t('on')}</StateBadge>
                <span>{own ? t('by', { name: made_by ?? '' }) : t('standing')}</span>
              </Group>
            ),
          },
          { id: 'acts', head: '', align: 'right', cell: acts },
        ]}
      />
      {(turn.error ?? remove.error) && <ErrorPanel error={turn.error ?? remove.error} />}
    </>
  );
}
