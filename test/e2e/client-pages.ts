import type { Contents } from './every-page-stage.js';
import type { Role } from './stage.js';

/**
 * Whose page it is: of somebody of the cast, or of their secretary. The seconder is chief scrutineer, too; committee and handler are
 * tellers.
 */
export type Owner = Role | 'secretary';

/** A page of the client: its address as the routes have it, and one that shows something to whose page it is. */
export interface ClientPage {
  readonly route: string;
  readonly at: (contents: Contents) => string;
  /** What it shows then, in the order of the page. */
  readonly shows: readonly string[];
}

export interface OwnedPage extends ClientPage {
  readonly who: Owner;
}

const pageAt = (route: string): ClientPage => ({ route, at: () => route, shows: [] });
const plain = (who: Owner, route: string, ...shows: string[]): OwnedPage => ({ who, route, at: () => route, shows });
const of = (who: Owner, what: keyof Contents, route: string, ...shows: string[]): OwnedPage => ({
  who,
  route,
  at: (contents) => route.replace(':id', contents[what]),
  shows,
});

/** The page of a house that nobody has founded; and those for strangers, once somebody has. */
export const FOUNDING = pageAt('/found');
export const SIGN_IN_PAGES: readonly ClientPage[] = [
  pageAt('/sign-in'),
  pageAt('/first-sign-in'),
  pageAt('/forgotten-password'),
  pageAt('/unsubscribe'),
];

/**
 * Every other page, by the routes; `every-page.spec.ts` compares the lists with them. Home is where a sign-in leads: it is gone back to.
 */
export const OWNED_PAGES: readonly OwnedPage[] = [
  plain('proposer', '/inbox'),
  plain('proposer', '/inbox/preferences'),
  plain('proposer', '/'),
  plain('proposer', '/account'),
  plain('proposer', '/proposals'),
  plain('proposer', '/proposals/new'),
  of('proposer', 'proposal', '/proposals/:id'),
  of('proposer', 'merging', '/proposals/:id/merging'),
  plain('seconder', '/register'),
  plain('committee', '/history'),
  plain('committee', '/calls'),
  plain('committee', '/board', '1 逾期未答复'),
  plain('committee', '/statistics', '已落实／到期的承诺'),
  plain('committee', '/deadlines'),
  plain('committee', '/paper-form'),
  plain('proposer', '/requests'),
  plain('committee', '/ledger', '承诺 1'),
  of('handler', 'commitment', '/ledger/:id'),
  plain('handler', '/unit'),
  plain('committee', '/awards'),
  plain('seconder', '/published'),
  of('seconder', 'published', '/published/:id'),
  plain('committee', '/opinions'),
  plain('committee', '/opinions/box'),
  plain('handler', '/opinions/new'),
  of('handler', 'opinion', '/opinions/:id'),
  of('handler', 'proposal', '/unit/:id'),
  plain('secretary', '/ballots'),
  plain('secretary', '/ballots/new'),
  of('secretary', 'counted', '/ballots/:id', '赞成 2', '反对 0', '弃权 1'),
  of('secretary', 'running', '/ballots/:id/screen', '应到 3', '实到 3', '扫码投票'),
  of('secretary', 'running', '/ballots/:id/screen/text'),
  of('committee', 'counted', '/ballots/:id/hands', '赞成', '反对', '弃权'),
  of('seconder', 'elected', '/ballots/:id/evidence'),
  of('secretary', 'tied', '/ballots/:id/lots'),
  of('secretary', 'elected', '/ballots/:id/objections'),
  of('secretary', 'elected', '/ballots/:id/seats'),
  of('secretary', 'running', '/ballots/:id/turnout', '实到／应到 3／3', '已发票／应到 2／3', '已收回／已发票 1／2'),
  of('secretary', 'nominated', '/ballots/:id/nomination'),
  of('secretary', 'nominated', '/ballots/:id/relatives'),
  of('committee', 'mixed', '/ballots/:id/issuing'),
  of('proposer', 'running', '/ballots/:id/vote'),
  of('secretary', 'draft', '/ballots/:id/revise'),
  of('secretary', 'sealed', '/ballots/:id/schedule'),
  of('secretary', 'sealed', '/ballots/:id/readiness'),
  of('secretary', 'mixed', '/ballots/:id/print'),
  of('secretary', 'sealed', '/ballots/:id/desk'),
  of('handler', 'paper', '/ballots/:id/sheets', '已录 0 / 3 张'),
  of('seconder', 'sealed', '/ballots/:id/scrutiny'),
  of('proposer', 'session', '/sessions/:id/agenda', '1. 学校工作报告'),
  of('secretary', 'session', '/sessions/:id/desk', '第一代表团 3 3 0 0 1'),
  of('secretary', 'session', '/sessions/:id/screen'),
  of('secretary', 'session', '/sessions/:id/screen/text'),
  plain('seconder', '/day'),
  plain('secretary', '/setup'),
  plain('secretary', '/setup/terms'),
  of('secretary', 'session', '/setup/sessions/:id'),
  plain('secretary', '/setup/units'),
  plain('secretary', '/setup/offices'),
  plain('secretary', '/mandates', '候选人方一', '经费审查委员会委员选举'),
  plain('secretary', '/roster'),
  plain('secretary', '/calendar'),
  plain('secretary', '/year', '集体合同履行情况检查', '财务公开'),
  plain('secretary', '/ways'),
  plain('secretary', '/announcements'),
  plain('secretary', '/proofs'),
  of('secretary', 'announced', '/proofs/:id'),
  of('secretary', 'announced', '/proofs/:id/paper'),
  { who: 'handler', route: '*', at: () => '/no-such-page', shows: [] },
];
