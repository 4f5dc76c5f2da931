import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CAUSE_BRANCHES, type CauseBranch } from '../../../kernel/index.ts';
import { nameInImprovement } from '../../../sentences/index.ts';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import { UrlTabs } from '../../ui/url-tabs.tsx';
import type { Cause, Whole } from './answers.ts';
import { CauseLine } from './cause-line.tsx';
import styles from './improvements.module.css';
import { ReasonsPanel } from './reasons-panel.tsx';
import { TEXTS } from './texts.ts';
import { WhysPanel } from './whys-panel.tsx';

/** Why it happens, by the three ways that people know. */
export function CausesSection({ whole }: { readonly whole: Whole }) {
  const t = useTexts(TEXTS);
  return (
    <Section title={t('causes')}>
      <UrlTabs
        name="causas"
        label={t('causes')}
        tabs={[
          { id: 'rama', label: t('ishikawa'), panel: <FishPanel whole={whole} /> },
          { id: 'porques', label: t('whys'), panel: <WhysPanel whole={whole} /> },
          { id: 'motivos', label: t('pareto'), panel: <ReasonsPanel whole={whole} /> },
        ]}
      />
    </Section>
  );
}

const AREAS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** The causes by branch, drawn as the bones of a fish whose head is the effect; and those the sheet knows. */
function FishPanel({ whole }: { readonly whole: Whole }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const causes = whole.causes.filter(({ method }) => method === 'ishikawa');
  const of = (branch: CauseBranch): readonly Cause[] => causes.filter((cause) => cause.branch === branch);
  return (
    <>
      {causes.length === 0 && <p className={styles.soft}>{t('causesNone')}</p>}
      {causes.length > 0 && (
        <div className={styles.fish}>
          {CAUSE_BRANCHES.map((branch, at) => (
            <div
              key={branch}
              className={styles.bone}
              data-filled={of(branch).length > 0}
              style={{ gridArea: AREAS[at] }}
            >
              <h3>{nameInImprovement('branch', branch, language)}</h3>
              <ul>
                {of(branch).map((cause) => (
                  <li key={cause.id}>
                    <CauseLine whole={whole} cause={cause} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
          <div className={styles.spine} aria-hidden />
          <div className={styles.head}>
            <strong>{t('effect')}</strong>
            <br />
            {whole.title}
          </div>
        </div>
      )}
      <KnownCauses whole={whole} />
      {whole.leave.work.may && <AddCause whole={whole} />}
    </>
  );
}

function KnownCauses({ whole }: { readonly whole: Whole }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const call = useCall('post /api/improvements/{id}/causes');
  const used = new Set(whole.causes.map(({ known }) => known));
  const offered = whole.known_causes.filter(({ id }) => !used.has(id));
  if (offered.length === 0 || !whole.leave.work.may) return null;
  return (
    <>
      <h3 className={styles.small}>{t('knownCauses')}</h3>
      <p className={styles.soft}>{t('knownWhat')}</p>
      <ul className={styles.items}>
        {offered.map(({ id, name, branch }) => (
          <li key={id}>
            <div className={styles.causeLine}>
              <span>{name[language]}</span>
              <Button
                size="compact-xs"
                variant="default"
                loading={call.isPending}
                aria-label={`${t('useIt')}: ${name[language]}`}
                onClick={() =>
                  call.mutate({
                    params: { id: String(whole.id) },
                    body: {
                      method: 'ishikawa',
                      branch,
                      parent: null,
                      text: name[language],
                      known: id,
                      count: null,
                      root: false,
                    },
                  })
                }
              >
                {t('useIt')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function AddCause({ whole }: { readonly whole: Whole }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [branch, setBranch] = useState<CauseBranch>('method');
  const [text, setText] = useState('');
  const call = useCall('post /api/improvements/{id}/causes');
  const body = {
    method: 'ishikawa' as const,
    branch,
    parent: null,
    text: text.trim(),
    known: null,
    count: null,
    root: false,
  };
  return (
    <Form
      submit={t('addCause')}
      pending={call.isPending}
      refused={call.error}
      disabled={text.trim() === ''}
      onSubmit={() =>
        call.mutate({ params: { id: String(whole.id) }, body }, { onSuccess: () => setText('') })
      }
    >
      <Select
        label={t('branch')}
        value={branch}
        data={CAUSE_BRANCHES.map((each) => ({
          value: each,
          label: nameInImprovement('branch', each, language),
        }))}
        onChange={(next) => setBranch(CAUSE_BRANCHES.find((each) => each === next) ?? branch)}
      />
      <TextInput
        label={t('causeText')}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </Form>
  );
}
