import type { LinkTo } from '../../ui/link-to.ts';

/** The path an alert leads to, as a link inside the app. */
export function toTarget(path: string): LinkTo {
  const [to = '/', search = ''] = path.split('?');
  return { to, search: Object.fromEntries(new URLSearchParams(search)) };
}
