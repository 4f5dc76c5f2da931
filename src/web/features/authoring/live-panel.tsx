import { Collapse, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { printDate, printNumber, printPeriod } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { Finding } from '../../ui/finding.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';
import type { Preview } from './answers.ts';
import styles from './authoring.module.css';
import { type AuthoringText, TEXTS } from './texts.ts';

interface LivePanelProps {
  readonly preview: Preview | undefined;
  readonly waiting: boolean;
  readonly period: string;
  readonly onPeriod: (period: string) => void;
  /** Date from which the last standard written holds; undefined without one. */
  readonly from?: string | undefined;
}

/** What the indicator would say of a month, while it is written. */
export function LivePanel({ preview, waiting, period, onPeriod, from }: LivePanelProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const shown = preview?.figure?.period;
  const isLater = from !== undefined && shown !== undefined && from.slice(0, shown.length) > shown;
  return (
    <Section title={t('live')}>
      <Stack gap="md" aria-live="polite" aria-busy={waiting}>
        {preview === undefined ? <Text c="dimmed">{t('liveWaiting')}</Text> : <Outcome preview={preview} />}
        {isLater && (
          <Finding tone="info">
            {t('liveLater', { from: printDate(from, language), period: printPeriod(shown, language) })}
          </Finding>
        )}
        <TextInput
          label={t('livePeriod')}
          description={t('livePeriodHelp')}
          value={period}
          onChange={(event) => onPeriod(event.currentTarget.value)}
        />
        {preview !== undefined && preview.requirements.length > 0 && <Requirements preview={preview} />}
        {preview !== undefined && <WrittenFile text={preview.text} />}
      </Stack>
    </Section>
  );
}

function Outcome({ preview }: { readonly preview: Preview }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { figure, problems, missing } = preview;
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (figure === null) {
    if (errors.length > 0)
      return (
        <Finding tone="alert">
          {t('liveWrong')}
          <ul className={styles.list}>
            {errors.map(({ field, sentence }) => (
              <li key={field + sentence}>{sentence}</li>
            ))}
          </ul>
        </Finding>
      );
    if (missing.length === 0) return <Finding tone="info">{t('liveNoFacts')}</Finding>;
    return <Missing title={t('liveMissing')} missing={missing} />;
  }
  return (
    <>
      <div>
        <Text size="sm" c="dimmed">
          {t('liveIn', { period: printPeriod(figure.period, language) })}
        </Text>
        <div className={styles.cardHead}>
          <VerdictBadge verdict={figure.verdict} hidesTail={figure.hides_tail} />
          {figure.provisional && <StateBadge tone="info">{t('provisional')}</StateBadge>}
        </div>
      </div>
      <Text>{figure.sentence}</Text>
      <dl className={styles.counts}>
        {(
          [
            ['rowsRead', figure.read],
            ['rowsInScope', figure.in_scope],
            ['rowsCounted', figure.counted],
            ['rowsOpen', figure.open],
            ['rowsLeft', figure.left_out],
          ] as const
        ).map(([label, n]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{t(label)}</dt>
            <dd>{printNumber(n, language)}</dd>
          </div>
        ))}
      </dl>
      {figure.warnings.length > 0 && (
        <ul className={styles.list}>
          {figure.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      {missing.length > 0 && <Missing title={t('saveMissing')} missing={missing} />}
    </>
  );
}

function Missing({ title, missing }: { readonly title: string; readonly missing: Preview['missing'] }) {
  return (
    <Finding tone="info">
      {title}:
      <ul className={styles.list}>
        {missing.map(({ field, sentence }) => (
          <li key={field}>{sentence}</li>
        ))}
      </ul>
    </Finding>
  );
}

function Requirements({ preview }: { readonly preview: Preview }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const met = preview.requirements.filter((each) => each.met).length;
  const [open, setOpen] = useState(false);
  return (
    <div>
      <UnstyledButton onClick={() => setOpen(!open)} aria-expanded={open}>
        <Text component="span" size="sm" c="dimmed">
          <Icon name={open ? 'up' : 'down'} size={14} /> {t('requirements')}:{' '}
          {t('requirementsMet', { n: printNumber(met, language) })}
        </Text>
      </UnstyledButton>
      <Collapse expanded={open}>
        <ul className={styles.checks}>
          {preview.requirements.map(({ id, met: isMet }) => (
            <li key={id}>
              <span>{t(`r_${id}` as AuthoringText)}</span>
              <Text component="span" size="sm" c={isMet ? 'dimmed' : undefined} fw={isMet ? undefined : 600}>
                {t(isMet ? 'yes' : 'missing')}
              </Text>
            </li>
          ))}
        </ul>
      </Collapse>
    </div>
  );
}

/** The file a press on «guardar» writes, for whoever wants to see it. */
function WrittenFile({ text }: { readonly text: string }) {
  const t = useTexts(TEXTS);
  const [open, setOpen] = useState(false);
  return (
    <div>
      <UnstyledButton onClick={() => setOpen(!open)} aria-expanded={open}>
        <Text component="span" size="sm" c="dimmed">
          <Icon name={open ? 'up' : 'down'} size={14} /> {t('seeFile')}
        </Text>
      </UnstyledButton>
      <Collapse expanded={open}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard */}
        <pre className={styles.file} tabIndex={0} aria-label={t('seeFile')}>
          {text}
        </pre>
      </Collapse>
    </div>
  );
}
