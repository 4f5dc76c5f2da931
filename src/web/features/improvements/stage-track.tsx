import { STAGES } from '../../../kernel/index.ts';
import { nameInImprovement, printDate, printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import type { Whole } from './answers.ts';
import styles from './improvements.module.css';
import { TEXTS } from './texts.ts';

/** The eight stages: those gone through with their days, and the one it stands in with who answers for it. */
export function StageTrack({ whole }: { readonly whole: Whole }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const isOver = whole.state === 'closed' || whole.state === 'rejected';
  return (
    <ol className={styles.track}>
      {STAGES.map((stage) => {
        const stays = whole.stages.filter((each) => each.stage === stage);
        const last = stays.at(-1);
        const isHere = whole.stage === stage && !isOver;
        const days = stays.map((stay) =>
          t(stay.days === 1 ? 'days_1' : 'days_n', { n: printNumber(stay.days, language) }),
        );
        return (
          <li key={stage} data-seen={stays.length > 0} aria-current={isHere ? 'step' : undefined}>
            {nameInImprovement('stage', stage, language)}
            {days.length > 0 && <small>{days.join(' + ')}</small>}
            {isHere && <small>{last?.owner?.name ?? t('nobody')}</small>}
            {isHere && last?.due_date && (
              <small>{t('due', { date: printDate(last.due_date, language) })}</small>
            )}
          </li>
        );
      })}
    </ol>
  );
}
