import type { Contents } from './every-page-stage.js';

/** A page of the client: its address as the routes have it, and one that shows something. */
export interface Place {
  readonly route: string;
  readonly at: (contents: Contents) => string;
}

const plain = (route: string): Place => ({ route, at: () => route });
const of = (what: keyof Contents, route: string): Place => ({ route, at: (contents) => route.replace(':id', contents[what]) });

/** Every page, by the routes; `every-page.spec.ts` compares the two lists. Those for strangers come first. */
export const DOORS: readonly Place[] = [plain('/sign-in'), plain('/first-sign-in'), plain('/forgotten-password'), plain('/found')];

export const PLACES: readonly Place[] = [
  plain('/'),
  plain('/inbox'),
  plain('/account'),
  plain('/proposals'),
  plain('/proposals/new'),
  of('proposal', '/proposals/:id'),
  plain('/register'),
  plain('/calls'),
  plain('/board'),
  plain('/unit'),
  of('proposal', '/unit/:id'),
  plain('/ballots'),
  plain('/ballots/new'),
  of('counted', '/ballots/:id'),
  of('counted', '/ballots/:id/screen'),
  of('counted', '/ballots/:id/screen/text'),
  of('counted', '/ballots/:id/hands'),
  of('counted', '/ballots/:id/evidence'),
  of('tied', '/ballots/:id/lots'),
  of('counted', '/ballots/:id/objections'),
  of('tied', '/ballots/:id/seats'),
  of('sealed', '/ballots/:id/turnout'),
  of('nominated', '/ballots/:id/nomination'),
  of('tied', '/ballots/:id/relatives'),
  of('sealed', '/ballots/:id/issuing'),
  of('sealed', '/ballots/:id/vote'),
  of('draft', '/ballots/:id/revise'),
  of('sealed', '/ballots/:id/schedule'),
  of('sealed', '/ballots/:id/readiness'),
  of('paper', '/ballots/:id/print'),
  of('sealed', '/ballots/:id/desk'),
  of('paper', '/ballots/:id/sheets'),
  of('sealed', '/ballots/:id/scrutiny'),
  of('session', '/sessions/:id/desk'),
  of('session', '/sessions/:id/screen'),
  of('session', '/sessions/:id/screen/text'),
  plain('/day'),
  plain('/setup'),
  plain('/setup/terms'),
  of('session', '/setup/sessions/:id'),
  plain('/setup/units'),
  plain('/setup/offices'),
  plain('/mandates'),
  plain('/roster'),
  plain('/calendar'),
  { route: '*', at: () => '/no-such-page' },
];
