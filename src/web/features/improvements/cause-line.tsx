import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Cause, Whole } from './answers.ts';
import styles from './improvements.module.css';
import { TEXTS } from './texts.ts';

interface CauseLineProps {
  readonly whole: Whole;
  readonly cause: Cause;
  /** What else may be done with it. */
  readonly children?: ReactNode;
}

/** A cause with what may be said of it: that it is the one to remove, or that it is none. */
export function CauseLine({ whole, cause, children }: CauseLineProps) {
  const t = useTexts(TEXTS);
  const mark = useCall('put /api/improvements/{id}/causes/{cause}');
  const remove = useCall('delete /api/improvements/{id}/causes/{cause}');
  const params = { id: String(whole.id), cause: String(cause.id) };
  return (
    <span className={styles.causeLine}>
      <span className={cause.root ? styles.rootMark : undefined}>{cause.text}</span>
      {cause.root && <StateBadge tone="info">{t('root')}</StateBadge>}
      {whole.leave.work.may && (
        <>
          <Button
            size="compact-xs"
            variant="subtle"
            loading={mark.isPending}
            title={t(cause.root ? 'unmarkRoot' : 'markRoot')}
            aria-label={`${t(cause.root ? 'unmark' : 'mark')}: ${cause.text}`}
            onClick={() => mark.mutate({ params, body: { root: !cause.root } })}
          >
            {t(cause.root ? 'unmark' : 'mark')}
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            loading={remove.isPending}
            aria-label={`${t('remove')}: ${cause.text}`}
            onClick={() => remove.mutate({ params })}
          >
            {t('remove')}
          </Button>
          {children}
        </>
      )}
    </span>
  );
}
