import { Box, Button, Group } from '@mantine/core';
import { findPublicHost } from '../../../kernel/index.ts';
import { useDownload } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { CopyText } from '../../ui/copy-text.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Finding } from '../../ui/finding.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Section } from '../../ui/section.tsx';
import { useFirstFocus } from '../../ui/use-first-focus.ts';
import type { Openable, Opened } from './answers.ts';
import styles from './attend.module.css';
import { ATTEND_TEXTS } from './attend-texts.ts';

interface ReceiptPanelProps {
  readonly opened: Opened;
  /** The procedure that waited while the client's data were updated. */
  readonly back: Openable | undefined;
  readonly onNext: () => void;
}

/** A name as it goes on inside a sentence. */
const toInner = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** What the client takes away: number, what was promised, until when, and the code to follow it. */
export function ReceiptPanel({ opened, back, onNext }: ReceiptPanelProps) {
  const t = useTexts(ATTEND_TEXTS);
  const language = useLanguage();
  const pdf = useDownload('get /api/cases/one/{number}/receipt');
  // The next person is one press of Enter away.
  const next = useFirstFocus<HTMLButtonElement>();
  const { number, receipt, follow_code, todo } = opened;
  const address = `${location.host}/seguimiento`;
  // On paper for the client: only an address the client can open.
  const host = findPublicHost(location.origin);
  return (
    <Section>
      <div className={styles.receipt} role="status">
        <div>
          <p className={styles.label}>{t('number')}</p>
          <p className={styles.number}>{number}</p>
        </div>
        <div>
          <p className={styles.label}>{t('told')}</p>
          <p>{receipt[language]}</p>
        </div>
        {follow_code !== '' && (
          <div>
            <p className={styles.label}>{t('followCode')}</p>
            <p className={styles.code}>{follow_code}</p>
            <p className={styles.onlyPrint}>
              {host !== null && t('followClient', { address: `${host}/seguimiento` })} {t('followNever')}
            </p>
            <p className={`${styles.label} ${styles.noPrint}`}>{t('followHelp', { address })}</p>
          </div>
        )}
      </div>
      {todo !== null && (
        <Box mt="md" className={styles.noPrint}>
          <Finding tone="alert">{t('todo', { act: toInner(todo[language]) })}</Finding>
        </Box>
      )}
      {pdf.error && <ErrorPanel error={pdf.error} />}
      <Group gap="sm" mt="lg" className={styles.noPrint}>
        {todo !== null && (
          <LinkButton size="md" to={{ to: '/casos/$number', params: { number } }}>
            {t('doTodo')}
          </LinkButton>
        )}
        <Button
          ref={next}
          size={todo === null ? 'md' : 'sm'}
          variant={todo === null ? 'filled' : 'default'}
          onClick={onNext}
        >
          {back ? t('backTo', { name: back.name[language] }) : t('next')}
        </Button>
        <Button
          variant="default"
          leftSection={<Icon name="print" size={16} />}
          onClick={() => globalThis.print()}
        >
          {t('print')}
        </Button>
        <Button variant="default" loading={pdf.isPending} onClick={() => pdf.mutate({ params: { number } })}>
          {t('pdf')}
        </Button>
        {follow_code !== '' && <CopyText text={`${number} ${follow_code}`} />}
        {todo === null && (
          <LinkButton variant="subtle" to={{ to: '/casos/$number', params: { number } }}>
            {t('seeCase')}
          </LinkButton>
        )}
      </Group>
    </Section>
  );
}
