import type { Check, DomainError } from '@plenum/kernel';
import { CongressErrors } from './congress.errors.js';

/** What a member is here, looked up anew for each request: an office counts from its assignment to its relief, to the second. */
export interface Authority {
  readonly memberId: string;
  /** Of the organisation's secretariat. */
  readonly runsOrganisation: boolean;
  /** Of the organisation's secretariat, or of that of the session that is asked about. */
  readonly runsSession: boolean;
}

/** What an action is done to, besides the organisation itself. */
export type PolicySubject = 'session' | 'member' | 'office' | 'unit' | 'roster' | 'duty' | 'duty-rule';

/** Whom an action is about, where it is about somebody. */
type Concerned = string | null;

/** Who may take an action, and to what it is done. */
export interface Policy {
  readonly who: Check<Concerned, Authority>;
  /** Whoever is of another organisation learns no more than that there is no such object. */
  readonly subject: PolicySubject | null;
}

const forbiddenUnless = (may: boolean): DomainError | null => (may ? null : CongressErrors.forbidden());

const anyMember: Policy['who'] = () => null;
const secretariat: Policy['who'] = (_concerned, { runsOrganisation }) => forbiddenUnless(runsOrganisation);
const sessionSecretariat: Policy['who'] = (_concerned, { runsSession }) => forbiddenUnless(runsSession);
const oneselfOrDesk: Policy['who'] = (concerned, by) => (concerned === by.memberId ? null : sessionSecretariat(concerned, by));

/** Everything that asks who somebody is, with its policy. Commands stand here by the names that the audit trail has of them. */
export const POLICIES = {
  'set-up-unit': { who: secretariat, subject: null },
  'rename-unit': { who: secretariat, subject: 'unit' },
  'read-unit': { who: anyMember, subject: 'unit' },
  'set-calendar': { who: secretariat, subject: null },
  'read-readiness': { who: secretariat, subject: null },

  'register-member': { who: secretariat, subject: null },
  'amend-member': { who: secretariat, subject: 'member' },
  'issue-sign-in-code': { who: secretariat, subject: null },
  'unlock-sign-in': { who: secretariat, subject: 'member' },
  /** Addresses, accounts and standings of others. */
  'read-accounts': { who: secretariat, subject: null },

  'preview-roster': { who: secretariat, subject: 'session' },
  'choose-creations': { who: secretariat, subject: 'roster' },
  'confirm-roster': { who: secretariat, subject: 'roster' },
  'read-roster': { who: secretariat, subject: 'roster' },

  'assign-office': { who: secretariat, subject: null },
  'relieve-office': { who: secretariat, subject: 'office' },

  'set-up-term': { who: secretariat, subject: null },
  'set-up-session': { who: secretariat, subject: null },
  'open-session': { who: sessionSecretariat, subject: 'session' },
  'close-session': { who: sessionSecretariat, subject: 'session' },
  'read-session': { who: anyMember, subject: 'session' },

  'read-agenda': { who: anyMember, subject: 'session' },
  'revise-agenda': { who: sessionSecretariat, subject: 'session' },
  'agree-agenda': { who: sessionSecretariat, subject: 'session' },
  'adopt-agenda': { who: sessionSecretariat, subject: 'session' },
  'reopen-agenda': { who: sessionSecretariat, subject: 'session' },
  'restore-agenda': { who: sessionSecretariat, subject: 'session' },

  /** Who may have them is asked besides: whoever has a seat. */
  'read-papers': { who: anyMember, subject: 'session' },
  'read-paper-readers': { who: sessionSecretariat, subject: 'session' },
  'bring-paper': { who: sessionSecretariat, subject: 'session' },
  'bring-paper-version': { who: sessionSecretariat, subject: 'session' },
  'send-papers': { who: sessionSecretariat, subject: 'session' },
  'withdraw-paper': { who: sessionSecretariat, subject: 'session' },
  'set-papers-rule': { who: sessionSecretariat, subject: 'session' },
  'read-duties': { who: anyMember, subject: null },
  'define-duty-rule': { who: secretariat, subject: null },
  'amend-duty-rule': { who: secretariat, subject: 'duty-rule' },
  'stop-duty-rule': { who: secretariat, subject: 'duty-rule' },
  /** Who owes it, the duty itself says. */
  'settle-duty': { who: anyMember, subject: 'duty' },
  'waive-duty': { who: secretariat, subject: 'duty' },

  'form-delegation': { who: sessionSecretariat, subject: 'session' },
  'amend-delegation': { who: sessionSecretariat, subject: 'session' },
  'seat-delegate': { who: sessionSecretariat, subject: 'session' },
  'seat-many': { who: sessionSecretariat, subject: 'session' },
  'unseat-delegate': { who: sessionSecretariat, subject: 'session' },

  'sign-in-to-session': { who: oneselfOrDesk, subject: 'session' },
  'leave-session': { who: oneselfOrDesk, subject: 'session' },
  'read-attendees': { who: sessionSecretariat, subject: 'session' },
} as const satisfies Readonly<Record<string, Policy>>;

export type Action = keyof typeof POLICIES;

/** Why the action may not be taken; null when it may. `memberId` is whom it is about. */
export const refusal = (action: Action, by: Authority, memberId: Concerned = null): DomainError | null =>
  POLICIES[action].who(memberId, by);
