import { Button } from '@mantine/core';
import { useState } from 'react';
import { parsePeriod } from '../../../kernel/index.ts';
import { printPeriod } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/section.tsx';
import type { Whole } from './answers.ts';
import { Relaxed } from './decision-section.tsx';
import styles from './improvements.module.css';
import { MeasuredProof } from './measured-proof.tsx';
import { ProofForm } from './proof-form.tsx';
import { PROOF_TEXTS } from './proof-texts.ts';
import { TEXTS } from './texts.ts';

/** How it is proved, and with what it was closed. */
export function ProofSection({ whole }: { readonly whole: Whole }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const own = useTexts(PROOF_TEXTS);
  const [isOpen, setOpen] = useState(false);
  const { proof, indicator, closings, leave } = whole;
  const period = (text: string) => (parsePeriod(text) ? printPeriod(text, language) : text);
  const after = proof?.follow_up;
  return (
    <Section
      title={t('proof')}
      actions={
        leave.work.may && (
          <Button variant="default" size="xs" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {own(proof === null ? 'plan' : 'replan')}
          </Button>
        )
      }
    >
      <p className={styles.soft}>
        {proof === null
          ? t('proofNone')
          : t('proofOf', {
              name: indicator?.name[language] ?? proof.indicator,
              from: period(proof.baseline.from),
              to: period(proof.baseline.to),
              after: after
                ? t('proofAfter', { from: period(after.from), to: period(after.to) })
                : t('proofLater'),
            })}
      </p>
      <div className={styles.proof}>
        {isOpen ? <ProofForm whole={whole} onDone={() => setOpen(false)} /> : <MeasuredProof whole={whole} />}
      </div>
      {closings.toReversed().map((closing) => (
        <div key={closing.id}>
          <p>
            <strong>{t('closedWith', { who: closing.closed_by?.name ?? '—' })}</strong>,{' '}
            <Moment at={closing.closed_at} />
          </p>
          <p className={styles.words}>{closing.note}</p>
          <Relaxed rules={closing.relaxed} />
          {closing.reopened_at !== null && (
            <p className={styles.soft}>
              {t('reopen')}: {closing.reopen_reason} ({closing.reopened_by?.name},{' '}
              <Moment at={closing.reopened_at} />)
            </p>
          )}
        </div>
      ))}
    </Section>
  );
}
