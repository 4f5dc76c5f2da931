import { Button } from '@mantine/core';
import type { ApiAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { CopyText } from '../../ui/copy-text.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { rememberPair } from './last-pair.ts';
import styles from './public.module.css';
import { PUBLIC_TEXTS } from './texts.ts';

interface PublicReceiptProps {
  readonly received: ApiAnswer<'post /api/public/complaints'>;
  readonly onAnother: () => void;
}

/** Number, code and until when: what the client must write down. */
export function PublicReceipt({ received, onAnother }: PublicReceiptProps) {
  const t = useTexts(PUBLIC_TEXTS);
  const language = useLanguage();
  const { number, follow_code, receipt } = received;
  rememberPair({ number, code: follow_code });
  return (
    <div className={styles.card} role="status">
      <div>
        <p className={styles.soft}>{t('number')}</p>
        <p className={styles.big}>{number}</p>
      </div>
      <div>
        <p className={styles.soft}>{t('code')}</p>
        <p className={styles.big}>{follow_code}</p>
      </div>
      <p>{t('keep')}</p>
      <p>{receipt[language]}</p>
      <div className={styles.buttons}>
        <CopyText text={`${number} ${follow_code}`} label={t('copy')} />
        <Button variant="default" size="sm" onClick={() => globalThis.print()}>
          {t('print')}
        </Button>
        <LinkButton size="sm" to="/seguimiento">
          {t('follow')}
        </LinkButton>
        <Button variant="subtle" size="sm" onClick={onAnother}>
          {t('another')}
        </Button>
      </div>
    </div>
  );
}
