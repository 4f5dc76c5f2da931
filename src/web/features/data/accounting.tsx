import { printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { Tile, Tiles } from '../../ui/tile.tsx';
import type { Outcome } from './answers.ts';
import styles from './data.module.css';
import { WIZARD_TEXTS } from './texts.ts';

const KEYS = ['read', 'accepted', 'updated', 'quarantined', 'duplicate', 'blank'] as const;

/** Each row in exactly one count, and the sum that says so. */
export function Accounting({ counts }: { readonly counts: Outcome['counts'] }) {
  const t = useTexts(WIZARD_TEXTS);
  const language = useLanguage();
  const printed = Object.fromEntries(KEYS.map((key) => [key, printNumber(counts[key], language)]));
  return (
    <div>
      <p>{t('accounting', printed)}</p>
      <Tiles>
        {KEYS.filter((key) => key !== 'read').map((key) => (
          <Tile key={key} label={t(key)} value={printed[key]} />
        ))}
      </Tiles>
      <p className={styles.sum}>{t('addsUp', printed)}</p>
    </div>
  );
}
