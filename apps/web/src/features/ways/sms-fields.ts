import type { SmsGateway, WantedSms } from './way-requests.js';

/** What the form of a gateway holds: lists as they are typed, codes with commas between, headers one a line. */
export interface SmsFields {
  readonly url: string;
  readonly method: SmsGateway['method'];
  readonly format: SmsGateway['format'];
  readonly headers: string;
  readonly body: string;
  readonly secret?: string;
  readonly numbers: SmsGateway['numbers'];
  readonly signature: string;
  readonly charactersMax: number;
  readonly perMinuteMax: number;
  readonly codeAt: string;
  readonly accepted: string;
  readonly temporary: string;
  readonly numberRefused: string;
  readonly accountRefused: string;
}

const CODES = ['accepted', 'temporary', 'numberRefused', 'accountRefused'] as const;

/** A gateway as one would begin with. */
const NEW: SmsFields = {
  url: '',
  method: 'POST',
  format: 'json',
  headers: 'Authorization: Bearer {secret}',
  body: '{"mobile": "{mobile}", "text": "{text}", "id": "{id}"}',
  numbers: 'national',
  signature: '',
  charactersMax: 134,
  perMinuteMax: 100,
  codeAt: '',
  accepted: '',
  temporary: '',
  numberRefused: '',
  accountRefused: '',
};

/** What stands in the form at first: a secret that is kept is not shown. */
export function smsFieldsOf(gateway: SmsGateway | null): SmsFields {
  if (!gateway) return NEW;
  const { url, method, format, headers, body, numbers, signature, charactersMax, perMinuteMax, answers } = gateway;
  return {
    url,
    method,
    format,
    headers: headers.map(({ name, value }) => `${name}: ${value}`).join('\n'),
    body,
    numbers,
    signature: signature ?? '',
    charactersMax,
    perMinuteMax,
    codeAt: answers.codeAt ?? '',
    accepted: answers.accepted.join(', '),
    temporary: answers.temporary.join(', '),
    numberRefused: answers.numberRefused.join(', '),
    accountRefused: answers.accountRefused.join(', '),
  };
}

/** The gateway that the form asks for. */
export function wantedSmsOf(fields: SmsFields, isOn: boolean): WantedSms {
  const { url, method, format, headers, body, secret, numbers, signature, charactersMax, perMinuteMax, codeAt } = fields;
  const [accepted, temporary, numberRefused, accountRefused] = CODES.map((list) => codesIn(fields[list])) as [
    string[],
    string[],
    string[],
    string[],
  ];
  // People copy it with its brackets.
  const signed = signature.replace(/[【】[\]]/g, '').trim();
  return {
    url: url.trim(),
    method,
    format,
    headers: headersIn(headers),
    body: body.trim(),
    ...(secret ? { secret } : {}),
    numbers,
    ...(signed === '' ? {} : { signature: signed }),
    charactersMax,
    perMinuteMax,
    answers: { codeAt: codeAt.trim() === '' ? null : codeAt.trim(), accepted, temporary, numberRefused, accountRefused },
    isOn,
  };
}

/** The same gateway, turned on or off. */
export function turnedSms(
  { hasSecret: _1, lastSentAt: _2, trouble: _3, troubledAt: _4, ...gateway }: SmsGateway,
  isOn: boolean,
): WantedSms {
  return { ...gateway, isOn };
}

const codesIn = (text: string): string[] => [...new Set(text.split(/[\s,，;；、]+/u).filter((code) => code !== ''))];

/** One a line, as `name: value`; a line without a name is a header that the service refuses. */
const headersIn = (text: string): { name: string; value: string }[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [name = '', ...rest] = line.replace('：', ':').split(':');
      return { name: name.trim(), value: rest.join(':').trim() };
    });

/** The field of the form for each field that the service may refuse. */
export const SMS_REFUSAL_FIELDS: Readonly<Record<string, string>> = {
  url: 'url',
  method: 'method',
  format: 'format',
  headers: 'headers',
  ...Object.fromEntries(
    Array.from({ length: 10 }, (_, nth) => [`headers.${nth}.name`, `headers.${nth}.value`])
      .flat()
      .map((name) => [name, 'headers']),
  ),
  body: 'body',
  secret: 'secret',
  signature: 'signature',
  charactersMax: 'charactersMax',
  perMinuteMax: 'perMinuteMax',
  'answers.codeAt': 'codeAt',
  ...Object.fromEntries(CODES.map((list) => [`answers.${list}`, list])),
};
