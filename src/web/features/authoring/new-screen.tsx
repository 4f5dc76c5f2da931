import { useNavigate } from '@tanstack/react-router';
import { FORM_KINDS, type FormKind } from '../../../kernel/index.ts';
import { useAnswer } from '../../app/api.ts';
import { MeasureServices } from '../../app/measure-services.tsx';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { useAddress } from '../../ui/use-address.ts';
import type { Vocabulary } from './answers.ts';
import { KindChooser } from './kind-chooser.tsx';
import { SheetEditor } from './sheet-editor.tsx';
import { TextEditor } from './text-editor.tsx';
import { TEXTS } from './texts.ts';

/** An indicator of one's own: choose what to know, or what to copy, and fill in the form. */
export default function NewIndicatorScreen() {
  const t = useTexts(TEXTS);
  const navigate = useNavigate();
  const [chosen] = useAddress('clase-de-indicador');
  const [copied] = useAddress('copia');
  const kind = FORM_KINDS.find((each) => each === chosen);
  const vocabulary = useAnswer('get /api/authoring/vocabulary', undefined, {
    when: kind !== undefined || copied !== '',
  });
  if (copied !== '') return <Copied id={copied} vocabulary={vocabulary} />;
  if (kind !== undefined) return <Begun kind={kind} vocabulary={vocabulary} />;
  return (
    <Page
      title={t('newTitle')}
      finding={t('newFinding')}
      back={{ to: '/indicadores', label: t('backToList') }}
      help="/indicadores/nuevo"
    >
      <MeasureServices brief onMade={() => void navigate({ to: '/indicadores' } as never)} />
      <KindChooser />
    </Page>
  );
}

type Asked = ReturnType<typeof useAnswer<'get /api/authoring/vocabulary'>>;

function Begun({ kind, vocabulary }: { readonly kind: FormKind; readonly vocabulary: Asked }) {
  const t = useTexts(TEXTS);
  const start = useAnswer('get /api/authoring/start', { query: { kind } });
  return (
    <Page
      title={`${t('newTitle')}: ${t(kind).toLowerCase()}`}
      finding={t(`${kind}Ask`)}
      back={{ to: '/indicadores/nuevo', label: t('newTitle') }}
      help="/indicadores/nuevo"
    >
      <LoadingPanel answer={vocabulary}>
        {(offered: Vocabulary) => (
          <LoadingPanel answer={start}>
            {(begun) => (
              <SheetEditor key={kind} begun={begun} of={null} base={null} version={1} vocabulary={offered} />
            )}
          </LoadingPanel>
        )}
      </LoadingPanel>
    </Page>
  );
}

function Copied({ id, vocabulary }: { readonly id: string; readonly vocabulary: Asked }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const opened = useAnswer('get /api/authoring/indicators/{id}', { params: { id }, query: { copy: '1' } });
  const name = opened.data?.form?.name[language] ?? id;
  return (
    <Page
      title={
        opened.data === undefined ? t('loading') : t('copyTitle', { name: name.replace(/ \([^)]*\)$/, '') })
      }
      finding={t('copyWhat')}
      back={{ to: '/indicadores/nuevo', label: t('newTitle') }}
      help="/indicadores/nuevo"
    >
      <LoadingPanel answer={vocabulary}>
        {(offered: Vocabulary) => (
          <LoadingPanel answer={opened}>
            {(sheet) =>
              sheet.form === null ? (
                <TextEditor opened={sheet} copy />
              ) : (
                <SheetEditor
                  begun={sheet.form}
                  of={{ id, copy: true }}
                  base={null}
                  version={1}
                  vocabulary={offered}
                />
              )
            }
          </LoadingPanel>
        )}
      </LoadingPanel>
    </Page>
  );
}
