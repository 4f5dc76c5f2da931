import {
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  retainSearchParams,
  type SearchSchemaInput,
} from '@tanstack/react-router';
import { readPeriod } from './read-period.ts';
import { Gate } from './gate.tsx';
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

const root = createRootRoute({
  component: () => (
    <Gate>
      <Outlet />
    </Gate>
  ),
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

export const router = createRouter({
  routeTree: root.addChildren(routes),
  parseSearch,
  stringifySearch,
  defaultPreload: false,
  scrollRestoration: true,
});
