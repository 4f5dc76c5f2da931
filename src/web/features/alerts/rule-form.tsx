import { Button, Checkbox, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type AlertKind, ALERT_KINDS } from '../../../kernel/index.ts';
import { sayAlertKind } from '../../../sentences/index.ts';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { Rule, RuleDraft, Rules } from './answers.ts';
import { TEXTS } from './texts.ts';

interface RuleFormProps {
  /** The one to change; null for a new one. */
  readonly rule: Rule | null;
  readonly rules: Rules;
  readonly onClose: () => void;
}

const NEW = {
  rule: { kind: 'against-standard', indicators: [], by: 'whole', threshold: null },
  tells: { owners: true, roles: [], people: [] },
} as const satisfies Omit<RuleDraft, 'name'>;

/** What is told, from how much on, and to whom. */
export function RuleForm({ rule: known, rules, onClose }: RuleFormProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const make = useCall('post /api/alert-rules');
  const change = useCall('put /api/alert-rules/{id}');
  const [name, setName] = useState(known?.name[language] ?? '');
  const [rule, setRule] = useState<RuleDraft['rule']>(known?.rule ?? NEW.rule);
  const [tells, setTells] = useState<RuleDraft['tells']>(known?.tells ?? NEW.tells);
  const { figures, threshold } = rules.kinds.find(({ kind }) => kind === rule.kind)!;
  const send = () => {
    const body = { name, rule, tells };
    if (known === null) make.mutate({ body }, { onSuccess: onClose });
    else change.mutate({ params: { id: known.id }, body }, { onSuccess: onClose });
  };
  const choose = (kind: AlertKind) => {
    const asked = rules.kinds.find((each) => each.kind === kind)?.threshold;
    setRule((before) => ({ ...before, kind, threshold: asked?.usual ?? null }));
  };
  const nobody = !tells.owners && tells.roles.length === 0 && tells.people.length === 0;
  return (
    <Section title={known === null ? t('addTitle') : t('editTitle')}>
      <Form
        submit={t('save')}
        pending={make.isPending || change.isPending}
        refused={make.error ?? change.error}
        disabled={name.trim() === '' || nobody}
        onSubmit={send}
        others={
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        }
      >
        <TextInput
          label={t('name')}
          description={t('nameHelp')}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={t('kind')}
          allowDeselect={false}
          value={rule.kind}
          data={ALERT_KINDS.map((kind) => ({
            value: kind,
            label: sayAlertKind(
              { kind, threshold: kind === rule.kind ? rule.threshold : usualOf(rules, kind) },
              language,
            ),
          }))}
          onChange={(kind) => kind !== null && choose(kind)}
        />
        {threshold !== null && (
          <NumberInput
            label={rule.kind === 'times-its-mean' ? t('times') : t('percent')}
            min={threshold.least}
            max={threshold.most}
            decimalScale={1}
            decimalSeparator={language === 'es' ? ',' : '.'}
            value={rule.threshold ?? ''}
            onChange={(value) =>
              setRule((before) => ({ ...before, threshold: typeof value === 'number' ? value : null }))
            }
          />
        )}
        {figures && (
          <>
            <MultiSelect
              label={t('indicators')}
              description={t('indicatorsHelp')}
              searchable
              data={rules.indicators.map((each) => ({ value: each.id, label: each.name[language] }))}
              value={[...rule.indicators]}
              onChange={(indicators) => setRule((before) => ({ ...before, indicators }))}
            />
            <ChoiceField
              label={t('byLabel')}
              value={rule.by}
              onChange={(by) => setRule((before) => ({ ...before, by }))}
              choices={[
                { value: 'whole', label: t('byWhole') },
                { value: 'unit', label: t('byUnit') },
                { value: 'both', label: t('byBoth') },
              ]}
            />
          </>
        )}
        <Checkbox
          label={t('owners')}
          checked={tells.owners}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            setTells((before) => ({ ...before, owners: checked }));
          }}
        />
        <MultiSelect
          label={t('roles')}
          data={rules.roles.map((each) => ({ value: each.id, label: each.name }))}
          value={[...tells.roles]}
          onChange={(roles) => setTells((before) => ({ ...before, roles }))}
        />
        <MultiSelect
          label={t('people')}
          searchable
          data={rules.people.map((each) => ({ value: each.id, label: each.name }))}
          value={[...tells.people]}
          onChange={(people) => setTells((before) => ({ ...before, people }))}
        />
      </Form>
    </Section>
  );
}

const usualOf = ({ kinds }: Rules, kind: AlertKind): number | null =>
  kinds.find((each) => each.kind === kind)?.threshold?.usual ?? null;
