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
