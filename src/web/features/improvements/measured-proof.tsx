import { useAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import type { Whole } from './answers.ts';
import { ProofPanel, type ShownProof } from './proof-panel.tsx';
import { PROOF_TEXTS } from './proof-texts.ts';
import styles from './improvements.module.css';

/** The before and after that an improvement was closed with; while it is open, that of the data of today. */
export function MeasuredProof({ whole }: { readonly whole: Whole }) {
  const t = useTexts(PROOF_TEXTS);
  const closing = whole.closings.at(-1);
  const isClosed = whole.state === 'closed' && closing?.reopened_at === null;
  const answer = useAnswer(
    'get /api/improvements/{id}/proof',
    { params: { id: String(whole.id) } },
    { when: !isClosed && whole.proof !== null },
  );
  if (isClosed && isProof(closing.result)) {
    return (
      <>
        <p className={styles.soft}>{t('frozen')}</p>
        <ProofPanel proof={closing.result} />
      </>
    );
  }
  if (whole.proof === null || isClosed) return null;
  if (answer.error) return <ErrorPanel error={answer.error} />;
  return (
    <LoadingPanel answer={answer} lines={6}>
      {({ proof }) => (proof ? <ProofPanel proof={proof} /> : <p className={styles.soft}>{t('beyond')}</p>)}
    </LoadingPanel>
  );
}

/** Whether what was frozen with a closing is a before and after. */
function isProof(result: object): result is ShownProof {
  return 'sentence' in result && 'before' in result && 'trend' in result && 'outcome' in result;
}
