import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Role } from '../../kernel/index.ts';
import { listTabs } from './may-open.ts';
import { type Session, useSession } from './session.ts';

const DESK: readonly Role[] = ['executive', 'technician'];

/** Who has been led to their work since the page was opened: afterwards Inicio is where they go for Inicio. */
const landed = new Set<string>();

/** Whether all that a person does here is attend clients and work their cases. */
function isDesk({ roles }: Session): boolean {
  return roles.size > 0 && [...roles].every((role) => DESK.includes(role));
}

/**
 * Who attends opens Circuito to attend: from the bare address they are led once to the first screen of
 * cases. Their own figures stay one press away, in Inicio.
 */
export function useDeskLanding(): void {
  const session = useSession();
  const navigate = useNavigate();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const { id } = session.person;
  const first = isDesk(session) ? listTabs('cases', session)[0]?.path : undefined;
  useEffect(() => {
    if (landed.has(id)) return;
    landed.add(id);
    if (path === '/' && first !== undefined) void navigate({ to: first, replace: true } as never);
  }, [id, path, first, navigate]);
}
