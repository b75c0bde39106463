import type { DelegateKind, MemberStanding } from '../congress.vocabulary.js';
import type { RosterColumn } from './roster-columns.js';

/** How rosters head their columns; compared without case and spaces. */
export const ROSTER_HEADINGS: Readonly<Record<RosterColumn, readonly string[]>> = {
  staffNo: ['工号', '职工号', '教工号', 'staffno', 'staffnumber'],
  name: ['姓名', 'name'],
  unit: ['部门', '单位', '所在部门', 'unit', 'department'],
  email: ['邮箱', '电子邮箱', '邮件', 'email', 'e-mail', 'mail'],
  mobile: ['手机号', '手机', '手机号码', '移动电话', 'mobile', 'mobilenumber', 'cellphone'],
  standing: ['会籍', '会籍状态', 'standing', 'membership'],
  delegation: ['代表团', '代表组', 'delegation'],
  kind: ['代表类别', '代表类型', 'kind', 'delegatekind'],
};

/** How rosters name the kinds of delegates; compared without case. */
export const DELEGATE_KIND_VOCABULARY: ReadonlyMap<string, DelegateKind> = new Map([
  ['正式代表', 'DELEGATE'],
  ['代表', 'DELEGATE'],
  ['delegate', 'DELEGATE'],
  ['列席代表', 'ATTENDEE'],
  ['列席', 'ATTENDEE'],
  ['attendee', 'ATTENDEE'],
  ['特邀代表', 'INVITEE'],
  ['特邀', 'INVITEE'],
  ['invitee', 'INVITEE'],
  ['guest', 'INVITEE'],
]);

/** How rosters name the standing of members, the words that the pages show among them; compared without case. */
export const MEMBER_STANDING_VOCABULARY: ReadonlyMap<string, MemberStanding> = new Map([
  ['正常', 'FULL'],
  ['normal', 'FULL'],
  ['正式会籍', 'FULL'],
  ['正式', 'FULL'],
  ['正式会员', 'FULL'],
  ['full', 'FULL'],
  ['保留会籍', 'RETAINED'],
  ['保留', 'RETAINED'],
  ['retained', 'RETAINED'],
  ['暂停权利', 'SUSPENDED'],
  ['暂停', 'SUSPENDED'],
  ['suspended', 'SUSPENDED'],
]);
