import { Button, Group } from '@mantine/core';
import { Finding } from '../ui/finding.tsx';
import { useLanguage } from '../ui/language.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { useAnswer, useCall } from './api.ts';
import { useMay } from './session.ts';
import { type Texts, useTexts } from './words.ts';

const es = {
  note: 'El estándar y el responsable ({responsible}) vinieron con el programa y nadie los ha confirmado aquí: confírmelos o cámbielos.',
  noteOnly:
    'El estándar y el responsable ({responsible}) vinieron con el programa y nadie los ha confirmado aquí todavía.',
  confirm: 'Confirmar',
  change: 'Cambiar',
};
const TEXTS = {
  es,
  en: {
    note: 'The standard and the responsible ({responsible}) came with the program and nobody here has confirmed them: confirm or change them.',
    noteOnly:
      'The standard and the responsible ({responsible}) came with the program and nobody here has confirmed them yet.',
    confirm: 'Confirm',
    change: 'Change',
  },
} satisfies Texts<keyof typeof es>;

/** Said of a sheet as it came with the program, until somebody here confirms or changes it. */
export function ShippedNote({ id }: { readonly id: string }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const mayDefine = useMay('define-indicator');
  const { data } = useAnswer('get /api/indicators/{id}/origin', { params: { id } });
  const call = useCall('post /api/authoring/indicators/{id}/confirm');
  if (!data?.unconfirmed) return null;
  const said = { responsible: data.responsible[language] };
  if (!mayDefine) return <Finding tone="info">{t('noteOnly', said)}</Finding>;
  return (
    <Finding
      tone="info"
      action={
        <Group gap="xs" wrap="nowrap">
          <Button
            size="sm"
            variant="default"
            loading={call.isPending}
            onClick={() => call.mutate({ params: { id } })}
          >
            {t('confirm')}
          </Button>
          <LinkButton to={{ to: '/indicadores/$id/editar', params: { id } }} variant="subtle">
            {t('change')}
          </LinkButton>
        </Group>
      }
    >
      {t('note', said)}
    </Finding>
  );
}
