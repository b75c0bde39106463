import type { SmsFormat, SmsMethod, SmsNumbers } from '@plenum/contracts';
import { isPushEndpoint } from '../push/push-endpoint.js';

/** What codes of a gateway mean; a code on none of the lists means what its status of HTTP does. */
export interface SmsAnswers {
  /** Where the code stands in the answer, as `result.code`; null where it is the status of HTTP. */
  readonly codeAt: string | null;
  readonly accepted: readonly string[];
  /** Tried again later. */
  readonly temporary: readonly string[];
  /** The number is none: nobody is reached at it. */
  readonly numberRefused: readonly string[];
  /** The secret, the signature or the account is not taken: it concerns everybody. */
  readonly accountRefused: readonly string[];
}

/** A gateway of SMS as an organisation has set it: where it is asked, with what, and what its answers mean. */
export interface SmsGateway {
  readonly url: string;
  readonly method: SmsMethod;
  readonly format: SmsFormat;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** A template of the request: JSON or a form, whose values hold {@link SMS_PLACEHOLDERS}. */
  readonly body: string;
  /** What `{secret}` stands for. */
  readonly secret: string | null;
  readonly numbers: SmsNumbers;
  /** Before every text, as 【…】; null where the gateway puts it there itself. */
  readonly signature: string | null;
  /** How many characters of UCS-2 a message has at most, its signature and link included. */
  readonly charactersMax: number;
  /** How many messages it takes in a minute. */
  readonly perMinuteMax: number;
  readonly answers: SmsAnswers;
}

/** What is filled into a request. */
export const SMS_PLACEHOLDERS = ['mobile', 'text', 'id', 'secret'] as const;
/** What is filled in, by its placeholder. */
export type SmsFilling = Readonly<Record<(typeof SMS_PLACEHOLDERS)[number], string>>;

/** A request as it is sent. */
export interface SmsRequest {
  readonly url: string;
  readonly method: SmsMethod;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

const PLACEHOLDER = /\{(mobile|text|id|secret)\}/g;
const HEADER_NAME = /^[A-Za-z][A-Za-z0-9-]{0,60}$/;
/** What a request says of itself, or what would make it another. */
const OWN_HEADERS = ['host', 'content-length', 'content-type', 'connection', 'transfer-encoding', 'upgrade', 'expect', 'te', 'trailer'];
const CONTROL = /[\u0000-\u001f\u007f]/;
const CODE_AT = /^[A-Za-z_]\w{0,63}(?:\.(?:[A-Za-z_]\w{0,63}|\d{1,2})){0,5}$/;

/** Whether an address may be a gateway's: public by https at the usual port, or at an origin that whoever runs the house allows. */
export function isGatewayUrl(url: string, allowedOrigins: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, protocol, username, password, hash } = new URL(url);
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '' || hash !== '') return false;
  return allowedOrigins.includes(origin) || isPushEndpoint(url);
}

/** What is wrong with a gateway as it was given: fields with reasons, none where it is fit. */
export function gatewayFaults(
  gateway: SmsGateway,
  allowedOrigins: readonly string[],
): readonly { readonly field: string; readonly reason: string }[] {
  const { url, method, format, headers, body, secret, answers } = gateway;
  const said = [url, body, ...headers.map(({ value }) => value)].join('\n');
  const reasons: readonly (readonly [string, string | false])[] = [
    ['url', !isGatewayUrl(url, allowedOrigins) && 'not-public-https'],
    ['format', method === 'GET' && format === 'json' && 'no-json-in-get'],
    ['headers', !headers.every(isFitHeader) && 'form'],
    ['headers', new Set(headers.map(({ name }) => name.toLowerCase())).size < headers.length && 'duplicate'],
    ['body', valuesOf(body, format) === null && (format === 'json' ? 'no-json' : 'no-form')],
    ['body', !body.includes('{mobile}') && 'mobile-missing'],
    ['body', !body.includes('{text}') && 'text-missing'],
    ['secret', secret === null && said.includes('{secret}') && 'missing'],
    ['answers.codeAt', answers.codeAt !== null && !CODE_AT.test(answers.codeAt) && 'form'],
    ['answers.accepted', answers.codeAt !== null && answers.accepted.length === 0 && 'required'],
    ['answers.accepted', hasTwice([answers.accepted, answers.temporary, answers.numberRefused, answers.accountRefused]) && 'duplicate'],
  ];
  return reasons.flatMap(([field, reason]) => (reason ? [{ field, reason }] : []));
}

const isFitHeader = ({ name, value }: SmsGateway['headers'][number]): boolean =>
  HEADER_NAME.test(name) && !OWN_HEADERS.includes(name.toLowerCase()) && !CONTROL.test(value);

const hasTwice = (lists: readonly (readonly string[])[]): boolean => new Set(lists.flat()).size < lists.flat().length;

/** The request for one message. What is filled in stands within a value: it never makes another field, header or place. */
export function smsRequestOf(gateway: SmsGateway, filling: SmsFilling): SmsRequest {
  const { method, format, headers } = gateway;
  const filled = (template: string): string => template.replace(PLACEHOLDER, (_, name: keyof SmsFilling) => filling[name]);
  const body = format === 'json' ? JSON.stringify(filledIn(JSON.parse(gateway.body), filled)) : formOf(gateway.body, filled).toString();
  const own = Object.fromEntries(headers.map(({ name, value }) => [name, filled(value).replace(/[^\x20-\x7e\x80-\xff]/g, '')]));
  if (method === 'GET') {
    const url = new URL(gateway.url);
    for (const [name, value] of new URLSearchParams(body)) url.searchParams.append(name, value);
    return { url: url.toString(), method, headers: own, body: null };
  }
  const type = format === 'json' ? 'application/json; charset=utf-8' : 'application/x-www-form-urlencoded; charset=utf-8';
  return { url: gateway.url, method, headers: { ...own, 'content-type': type }, body };
}

function valuesOf(body: string, format: SmsFormat): readonly unknown[] | null {
  if (format === 'form') {
    const values = [...formOf(body, (value) => value).values()];
    return values.length > 0 && body.includes('=') ? values : null;
  }
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? [parsed] : null;
  } catch {
    return null;
  }
}

function formOf(body: string, filled: (value: string) => string): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(body.trim())) form.append(name, filled(value));
  return form;
}

function filledIn(value: unknown, filled: (text: string) => string): unknown {
  if (typeof value === 'string') return filled(value);
  if (Array.isArray(value)) return value.map((each) => filledIn(each, filled));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filledIn(each, filled)]));
}

const HOME_CODE = '+86';

/** A number as the gateway wants it: E.164, or without code and sign where it is one of the mainland. */
export const numberFor = (mobile: string, numbers: SmsNumbers): string =>
  numbers === 'national' && mobile.startsWith(HOME_CODE) ? mobile.slice(HOME_CODE.length) : mobile;
