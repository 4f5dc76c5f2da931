import {
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  retainSearchParams,
  type SearchSchemaInput,
  useLocation,
} from '@tanstack/react-router';
import { readPeriod } from './read-period.ts';
import { Gate } from './gate.tsx';
import { isPublic, PUBLIC_SCREENS } from './public-screens.tsx';
import { PublicPlace } from './public-place.tsx';
import { NotFound, ScreenPlace } from './screen-place.tsx';
import { SCREENS } from './screens.tsx';

type Search = Readonly<Record<string, string | undefined>>;

/** Every value of the address is text; a period that is none is left out. */
function validate(search: Readonly<Record<string, unknown>> & SearchSchemaInput): Search {
  const texts = Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const { periodo, ...rest } = texts;
  const period = periodo === undefined ? undefined : readPeriod(periodo);
  return period === undefined ? rest : { ...rest, periodo: period };
}

function parseSearch(text: string): Search {
  return Object.fromEntries(new URLSearchParams(text));
}

function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(search).flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [[name, value]] : [],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

/** Clients' pages ask nobody who they are; everything else stands behind the gate. */
function Root() {
  const path = useLocation({ select: ({ pathname }) => pathname });
  if (isPublic(path)) return <Outlet />;
  return (
    <Gate>
      <Outlet />
    </Gate>
  );
}

const root = createRootRoute({
  component: Root,
  notFoundComponent: NotFound,
  validateSearch: validate,
  search: { middlewares: [retainSearchParams(['periodo', 'agencia'])] },
});

const routes = SCREENS.map((screen) =>
  createRoute({
    getParentRoute: () => root,
    path: screen.path,
    component: () => <ScreenPlace screen={screen} />,
  }),
);

const publicRoutes = PUBLIC_SCREENS.map((screen) =>
  createRoute({
    getParentRoute: () => root,
    path: screen.path,
    component: () => <PublicPlace screen={screen} />,
  }),
);

export const router = createRouter({
  routeTree: root.addChildren([...routes, ...publicRoutes]),
  parseSearch,
  stringifySearch,
  defaultPreload: false,
  scrollRestoration: true,
});
