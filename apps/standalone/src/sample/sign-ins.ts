import type { Sample } from './sample-congress.js';

/** What is told once everything runs. */
export interface Closing {
  readonly url: string;
  readonly mailsAreCaught: boolean;
  readonly sample: Sample | undefined;
  /** What the operator founds the house with; undefined once it is founded. */
  readonly operatorToken: string | undefined;
  readonly seconds: number;
}

/** The last words of the start: where everything is, and whom to sign in as, or how to begin. */
export function closingWords({ url, mailsAreCaught, sample, operatorToken, seconds }: Closing): string {
  const places = [
    `Plenum is ready (${seconds.toFixed(1)} s): ${url}`,
    `API documentation: ${url}/api/docs`,
    ...(mailsAreCaught ? [`Caught mails:      ${url}/mail`] : []),
  ];
  const people = sample
    ? ['', `Sample sign-ins (organisation ${sample.organisation}, password ${sample.password}):`, ...sample.roles.map(({ staffNo, role }) => `  ${staffNo}  ${role}`)]
    : [];
  const founding = operatorToken === undefined
    ? []
    : ['', 'This house is empty. Open its address in a browser and found your organisation:', `  Founding page:   ${url}/found`, `  Operator's token: ${operatorToken}`];
  return [...places, ...people, ...founding, '', 'Ctrl-C ends everything; the data stays.'].join('\n');
}
