import { printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import type { Outcome } from './answers.ts';
import { isTotalWarning } from './is-total-warning.ts';
import { WIZARD_TEXTS } from './texts.ts';

/** What is good to know of a file, each with the line it is about unless its words say it. */
export function WarningList({ warnings }: { readonly warnings: Outcome['warnings'] }) {
  const t = useTexts(WIZARD_TEXTS);
  const language = useLanguage();
  return warnings.map(({ code, sentence, where: { line } }) => {
    const isSaid = line === undefined || sentence.includes(String(line));
    return (
      <Finding key={sentence} tone={isTotalWarning(code) ? 'alert' : 'info'}>
        {isSaid ? sentence : `${t('line')} ${printNumber(line, language)}. ${sentence}`}
      </Finding>
    );
  });
}
