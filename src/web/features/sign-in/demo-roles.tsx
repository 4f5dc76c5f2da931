import { Button, Divider, Group, Text } from '@mantine/core';
import { useTakeRole } from '../../app/session-calls.ts';
import { ROLE_TEXTS } from '../../app/texts.ts';
import { useTexts } from '../../app/words.ts';
import { ROLES } from '../../../kernel/index.ts';
import { TEXTS } from './texts.ts';

/** Where everything is invented, each role is one click away. */
export function DemoRoles() {
  const t = useTexts(TEXTS);
  const role = useTexts(ROLE_TEXTS);
  const take = useTakeRole();
  return (
    <>
      <Text mb="xs">{t('demo')}</Text>
      <Group gap="xs">
        {ROLES.map((name) => (
          <Button key={name} variant="default" size="sm" onClick={() => take(name)}>
            {role(name)}
          </Button>
        ))}
      </Group>
      <Divider label={t('or')} my="md" />
    </>
  );
}
