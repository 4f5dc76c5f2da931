import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** A page that anybody opens, without a session, a rail or a bar. */
export interface PublicScreen {
  readonly path: string;
  readonly component: LazyExoticComponent<ComponentType>;
}

/** The pages for clients. */
export const PUBLIC_SCREENS: readonly PublicScreen[] = [
  { path: '/reclamo', component: lazy(() => import('../features/public/complain-screen.tsx')) },
  { path: '/seguimiento', component: lazy(() => import('../features/public/follow-screen.tsx')) },
];

/** Whether an address is one of them. */
export function isPublic(path: string): boolean {
  const bare = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  return PUBLIC_SCREENS.some((screen) => screen.path === bare);
}
