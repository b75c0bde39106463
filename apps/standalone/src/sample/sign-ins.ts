import type { Sample } from './sample-congress.js';

/** What is told once everything runs. */
export interface Closing {
  readonly url: string;
  readonly mailsAreCaught: boolean;
  readonly sample: Sample | undefined;
  readonly seconds: number;
}

/** The last words of the start: where everything is, and whom to sign in as. */
export function closingWords({ url, mailsAreCaught, sample, seconds }: Closing): string {
  const places = [
    `Plenum is ready (${seconds.toFixed(1)} s): ${url}`,
    `API documentation: ${url}/api/docs`,
    ...(mailsAreCaught ? [`Caught mails:      ${url}/mail`] : []),
  ];
  const people = sample
    ? ['', `Sample sign-ins (organisation ${sample.organisation}, password ${sample.password}):`, ...sample.roles.map(({ staffNo, role }) => `  ${staffNo}  ${role}`)]
    : [];
  return [...places, ...people, '', 'Ctrl-C ends everything; the data stays.'].join('\n');
}
