import type { HttpRequest, HttpResponse, Route } from '../../src/ports/http.ts';

const LOOPBACK = /^(?:::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/;
/** Any other name that leads here is somebody else's: a web page's own domain pointed at this computer. */
const LOCAL_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;
/** A proxy on this computer would lend its own address to whoever is behind it. */
const PROXY_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];
const JSON_TYPE = /^application\/json\s*(?:;|$)/i;

/** The route for people at this computer alone, and for this page's own requests alone; everybody else is refused. */
export function guarded(route: Route): Route {
  return {
    ...route,
    handle: async (request) => (isOurs(request) ? route.handle(request) : forbidden()),
  };
}

function isOurs(request: HttpRequest): boolean {
  return isLocal(request) && (request.method !== 'POST' || isFromOurPage(request));
}

function isLocal({ remoteAddress, headers }: HttpRequest): boolean {
  return (
    LOOPBACK.test(remoteAddress) &&
    LOCAL_HOST.test(headers['host'] ?? '') &&
    PROXY_HEADERS.every((name) => headers[name] === undefined)
  );
}

/** A form of another site cannot send JSON without asking first, and a browser always says where a request comes from. */
function isFromOurPage({ headers }: HttpRequest): boolean {
  const origin = headers['origin'];
  const site = headers['sec-fetch-site'];
  return (
    JSON_TYPE.test(headers['content-type'] ?? '') &&
    (origin === undefined || origin.toLowerCase() === `http://${headers['host'] ?? ''}`.toLowerCase()) &&
    (site === undefined || site === 'same-origin')
  );
}

function forbidden(): HttpResponse {
  return { status: 403, headers: { 'cache-control': 'no-store' } };
}
