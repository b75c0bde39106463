import type { ErrorCode } from '@plenum/contracts';
import type { Answer, ApiClient, Method } from '../lib/api-client.js';
import type { Cast } from './cast.js';

/** Who asks at an endpoint. */
export type Who = keyof Cast['people'];

/** Why somebody who might be thought to be refused is not. */
export interface Served {
  readonly may: string;
  /** What a foreigner is answered where that repeats what he asked about; beyond it nothing of ours may show. */
  readonly foreigner?: (cast: Cast) => object;
}

/**
 * How somebody is turned away for who they are: not signed in, wrong role, not their organisation's, or a field that names what is not
 * theirs; with the code of the refusal.
 */
export type Refusal = `${401 | 403 | 404 | 422} ${ErrorCode}`;

/** One endpoint of the house, who may enter, and how each of the others is turned away. */
export interface EndpointRow {
  /** As the service's own API document writes it: `POST /api/congress/units`. */
  readonly endpoint: `${Method} ${string}`;
  /** The ids in the path, and what is sent, or a promise of it: such that the right person would be served. */
  readonly path?: (cast: Cast) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
  readonly query?: (cast: Cast) => string | Promise<string>;
  readonly body?: (cast: Cast) => unknown;
  /** What is given is a stream: only its beginning is looked at. */
  readonly isStream?: true;
  /** What must have happened for the right person to be served. */
  readonly before?: (cast: Cast) => Promise<unknown>;
  /** Who may: asked last, and not turned away. Served where no person of the play is the one. */
  readonly right: Who | Served;
  /** Nobody signed in: `401 unauthenticated` where nothing is said. */
  readonly stranger?: Served | Refusal;
  /** Somebody of another organisation who has every office there. */
  readonly foreigner: Refusal | Served;
  /** Who else of that organisation is told the same, or is turned away otherwise. */
  readonly foreigners?: readonly (Who | readonly [Who, Refusal])[];
  /** A colleague of the wrong role. */
  readonly colleague: readonly [Who, Refusal] | Served;
  /** Others of the organisation who may not. */
  readonly others?: readonly (readonly [Who, Refusal])[];
}

/** Whether a row says that somebody is served. */
export const isServed = (said: unknown): said is Served => typeof said === 'object' && said !== null && 'may' in said;

/** The method and the address of an endpoint, with its ids in place. @throws when the row names no id for a place in it */
async function addressOf(
  { endpoint, path, query }: EndpointRow,
  cast: Cast,
): Promise<{ readonly method: Method; readonly address: string }> {
  const [method, template] = endpoint.split(' ') as [Method, string];
  const ids: Readonly<Record<string, string>> = (await path?.(cast)) ?? {};
  const address = template.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const id = ids[name];
    if (id === undefined) throw new Error(`The row of ${endpoint} does not say what {${name}} is.`);
    return id;
  });
  return { method, address: `${address}${(await query?.(cast)) ?? ''}` };
}

/** Asks at a row's endpoint. */
export async function askAt(row: EndpointRow, cast: Cast, who: ApiClient): Promise<Answer> {
  const { method, address } = await addressOf(row, cast);
  if (!row.isStream) return who.ask(method, address, await row.body?.(cast));
  const begun = await who.peek(address);
  return begun.status < 400 ? begun : { ...begun, body: JSON.parse(begun.body) };
}
