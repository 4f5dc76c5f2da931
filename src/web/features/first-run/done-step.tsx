import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { printDate } from '../../../sentences/index.ts';
import type { ApiAnswer } from '../../app/api.ts';
import { Plain } from '../../app/plain.tsx';
import { useTexts } from '../../app/words.ts';
import { CopyText } from '../../ui/copy-text.tsx';
import { Finding } from '../../ui/finding.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/language.ts';
import { TEXTS } from './texts.ts';

interface DoneStepProps {
  readonly name: string;
  readonly done: ApiAnswer<'post /api/start'>;
}

/** The institution exists: codes to hand over, the exception if there is one, and the first file. */
export function DoneStep({ name, done }: DoneStepProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const go = async (to: string) => {
    await navigate({ to });
    await client.resetQueries();
  };
  return (
    <Plain title={t('done')} about={t('doneAbout', { name })} wide>
      <Stack>
        {done.exception && (
          <Finding tone="info">
            {t('doneException', { date: printDate(done.exception.until, language) })}
          </Finding>
        )}
        <Finding tone="info">{t(done.next === 'enrol' ? 'secondNow' : 'secondLater')}</Finding>
        {done.codes.length > 0 && <Text>{t('codes')}</Text>}
        {done.codes.map(({ login, code }) => (
          <Group key={login} justify="space-between">
            <span>
              {t('codeFor', { login })}: <Code fz="md">{code}</Code>
            </span>
            <CopyText text={code} />
          </Group>
        ))}
        <Group>
          <Button leftSection={<Icon name="upload" size={18} />} onClick={() => void go('/datos/importar')}>
            {t('load')}
          </Button>
          <Button variant="default" onClick={() => void go('/')}>
            {t('look')}
          </Button>
        </Group>
      </Stack>
    </Plain>
  );
}
