import { useAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Plain } from '../../app/plain.tsx';
import { TEXTS } from './texts.ts';
import { Wizard } from './wizard.tsx';

/** A folder that has nobody yet: five short steps to an institution with its first people. */
export default function FirstRunScreen() {
  const t = useTexts(TEXTS);
  const answer = useAnswer('get /api/start');
  if (answer.data) return <Wizard choices={answer.data} />;
  return (
    <Plain title={t('one')} wide>
      <LoadingPanel answer={answer}>{() => null}</LoadingPanel>
    </Plain>
  );
}
