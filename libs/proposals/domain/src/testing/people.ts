import type { Authority } from '../proposal/authority.js';

const nobody: Omit<Authority, 'memberId'> = {
  seat: null,
  sitsLater: false,
  reviews: false,
  presides: false,
  oversees: false,
  handles: [],
  headsUnits: [],
  inCharge: [],
  handled: [],
  heads: [],
  gone: [],
};

/** A member of the organisation who is nothing else, unless said. */
export const someone = (memberId: string, rest: Partial<Authority> = {}): Authority => ({ ...nobody, memberId, ...rest });
export const aDelegate = (memberId: string): Authority => someone(memberId, { seat: 'DELEGATE' });

export const LEAD = aDelegate('lead');
/** The head of the delegation in which the lead proposer sits, and the delegation. */
export const HEAD = someone('head', { seat: 'DELEGATE', heads: ['delegation'] });
export const SECONDERS = ['ding', 'wu', 'zhao'].map(aDelegate);
export const ATTENDEE = someone('attendee', { seat: 'ATTENDEE' });
export const COMMITTEE = someone('committee', { reviews: true });
export const PRESIDIUM = someone('presidium', { presides: true, oversees: true });
export const LOGISTICS = 'unit-logistics';
export const FINANCE = 'unit-finance';
export const HANDLER = someone('handler', { handles: [LOGISTICS] });
export const ASSISTANT = someone('assistant', { handles: [FINANCE] });
/** The leader in charge of the assisting unit (分管领导). */
export const LEADER = someone('leader', { inCharge: [FINANCE] });
/** Sits in the next session only. */
export const SUCCESSOR = someone('successor', { sitsLater: true });
export const STRANGER = someone('stranger');
