/** What somebody outside answered. */
export interface OutsideAnswer {
  readonly status: number;
  /** The pause that it asks for, as its header has it. */
  readonly retryAfter: string | null;
  /** Null where it is no JSON. */
  readonly body: unknown;
}

/** What is asked of somebody outside. */
export interface OutsideRequest {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * Asks somebody outside whose address the house or its operator has set, and never where that one would send us on to.
 * @throws where nothing was answered in time
 */
export async function askOutside(
  url: string,
  { method = 'POST', headers, body }: OutsideRequest,
  withinMs: number,
): Promise<OutsideAnswer> {
  // eslint-disable-next-line no-restricted-globals -- no service of ours
  const response = await fetch(url, {
    method,
    ...(headers ? { headers } : {}),
    ...(body === undefined ? {} : { body }),
    redirect: 'manual',
    signal: AbortSignal.timeout(withinMs),
  });
  // Feishu has a header of its own for it.
  const retryAfter = response.headers.get('retry-after') ?? response.headers.get('x-ogw-ratelimit-reset');
  return { status: response.status, retryAfter, body: jsonOf(await response.text()) };
}

/** An address of a provider, or where it is tried instead. */
export function placeOf(url: string, trialOrigin: string | undefined): string {
  const { pathname, search } = new URL(url);
  return trialOrigin === undefined ? url : new URL(`${pathname}${search}`, trialOrigin).toString();
}

/** What is written as JSON; null where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
