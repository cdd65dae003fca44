import type { HttpResponse, Route } from '../../src/ports/http.ts';
import { refusal } from './respond.ts';

export type RouteTable = ReadonlyMap<string, readonly Route[]>;

/** Throws where two routes have the same method and path: one of them would never be reached. */
export function tableOf(routes: readonly Route[]): RouteTable {
  const table = new Map<string, Route[]>();
  for (const route of routes) {
    const others = table.get(route.path) ?? [];
    if (others.some(({ method }) => method === route.method)) {
      throw new Error(`Two routes answer ${route.method} ${route.path}; remove one.`);
    }
    table.set(route.path, [...others, route]);
  }
  return table;
}

/** The route for an exact path, HEAD as GET; else the refusal that says what is wrong. */
export function matchRoute(
  table: RouteTable,
  method: string,
  path: string,
): { readonly route: Route } | { readonly refused: HttpResponse } {
  const routes = table.get(path);
  if (!routes) return { refused: refusal(404) };
  const wanted = method === 'HEAD' ? 'GET' : method;
  const route = routes.find((route) => route.method === wanted);
  if (route) return { route };
  const allowed = routes.flatMap((route) => (route.method === 'GET' ? ['GET', 'HEAD'] : [route.method]));
  return { refused: refusal(405, { allow: allowed.join(', ') }) };
}

/** Path and query of a request line, the path decoded; undefined where it is no path or wrongly encoded. */
export function targetOf(
  target: string,
): { readonly path: string; readonly query: URLSearchParams } | undefined {
  if (!target.startsWith('/')) return undefined;
  const [path = '', ...query] = target.split('?');
  try {
    return { path: decodeURIComponent(path), query: new URLSearchParams(query.join('?')) };
  } catch {
    return undefined;
  }
}
