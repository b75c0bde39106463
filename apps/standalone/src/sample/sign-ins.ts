import type { Sample } from './sample-congress.js';

/** What is told once everything runs. */
export interface Closing {
  readonly url: string;
  /** Where caught mails are shown; undefined where they go out. */
  readonly mailsAt: string | undefined;
  readonly sample: Sample | undefined;
  /** What the operator founds the house with; undefined once it is founded. */
  readonly operatorToken: string | undefined;
  /** Where it is kept. */
  readonly operatorTokenFile: string;
  readonly seconds: number;
}

/** The last words of the start: where everything is, and whom to sign in as, or how to begin. */
export function startSummary({ url, mailsAt, sample, operatorToken, operatorTokenFile, seconds }: Closing): string {
  const places = [
    `Plenum is ready (${seconds.toFixed(1)} s): ${url}`,
    `API documentation: ${url}/api/docs`,
    `Queues:            ${url}/api/notifier/queues/ (as operator; the password is the text of ${operatorTokenFile})`,
    ...(mailsAt === undefined
      ? []
      : [
          `Caught mails:      ${url}${mailsAt}`,
          '                   (they hold one-time codes: this address is for you alone, on this machine)',
        ]),
  ];
  const people = sample
    ? [
        '',
        `Sample sign-ins (organisation ${sample.organisation}, password ${sample.password}):`,
        ...sample.roles.map(({ staffNo, role }) => `  ${staffNo}  ${role}`),
      ]
    : [];
  const founding =
    operatorToken === undefined
      ? []
      : [
          '',
          'This house is empty. Open its address in a browser and found your organisation:',
          `  Founding page:   ${url}/found`,
          `  Operator's token: ${operatorToken}`,
        ];
  const first = sample
    ? [
        '',
        'Where to look first:',
        `  T00001 at ${url}/ballots      results, an open vote, one whose papers are handed out (filled in within a minute)`,
        `  T00020 at ${url}/             sign in to today's session, take a paper, follow a proposal`,
        `  T00003 at ${url}/board        the committee's desk: proposals in every state`,
        `  (PLENUM_SAMPLE=none starts an empty house; PLENUM_DATA names another folder for it.)`,
      ]
    : [];
  return [...places, ...people, ...first, ...founding, '', 'Ctrl-C ends everything; the data stays.'].join('\n');
}
