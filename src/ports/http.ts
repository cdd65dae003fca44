/** A request as every route sees it; the body is read whole and bounded by the server. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  /** The peer's address; what "only on loopback" is judged by. */
  readonly remoteAddress: string;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** One path of the one HTTP server. A handler that throws becomes a 500 without detail. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  handle(request: HttpRequest): Promise<HttpResponse>;
}

/** A request of ours to another server, as text. */
export interface HttpCallRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Posts to an absolute address over connections that are kept open. Resolves with whatever was answered, refusals
 * included; rejects where no whole answer came in time, with an Error whose `code` is Node's or `ETIMEDOUT`. Tries once.
 */
export type HttpCall = (
  url: string,
  request: HttpCallRequest,
) => Promise<{
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}>;
