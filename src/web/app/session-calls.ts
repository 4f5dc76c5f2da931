import { useQueryClient } from '@tanstack/react-query';
import type { Language, Role } from '../../kernel/index.ts';
import { setLanguage } from '../ui/language.ts';
import { useCall } from './api.ts';

/** Signs out: the session ends on the server, and nothing of it is left on screen. */
export function useSignOut(): () => void {
  const client = useQueryClient();
  const { mutate } = useCall('post /api/sign-out', { refresh: false });
  return () => mutate({}, { onSettled: () => void client.resetQueries() });
}

/** Changes the language on screen and keeps it as the person's own. */
export function useSpeak(): (language: Language) => void {
  const { mutate } = useCall('put /api/me');
  return (language) => {
    setLanguage(language);
    mutate({ body: { language } });
  };
}

/** In a demo: becomes whoever has that role. */
export function useTakeRole(): (role: Role) => void {
  const client = useQueryClient();
  const { mutate } = useCall('post /api/demo/role', { refresh: false });
  return (role) => mutate({ body: { role } }, { onSuccess: () => void client.resetQueries() });
}
