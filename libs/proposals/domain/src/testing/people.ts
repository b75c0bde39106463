import type { Authority } from '../authority.js';

const nobody: Omit<Authority, 'memberId'> = { seat: null, reviews: false, oversees: false, handles: [], handled: [] };

/** A member of the organisation who is nothing else, unless said. */
export const someone = (memberId: string, rest: Partial<Authority> = {}): Authority => ({ ...nobody, memberId, ...rest });
export const aDelegate = (memberId: string): Authority => someone(memberId, { seat: 'DELEGATE' });

export const LEAD = aDelegate('lead');
export const SECONDERS = ['ding', 'wu', 'zhao'].map(aDelegate);
export const ATTENDEE = someone('attendee', { seat: 'ATTENDEE' });
export const COMMITTEE = someone('committee', { reviews: true });
export const PRESIDIUM = someone('presidium', { oversees: true });
export const LOGISTICS = 'unit-logistics';
export const FINANCE = 'unit-finance';
export const HANDLER = someone('handler', { handles: [LOGISTICS] });
export const ASSISTANT = someone('assistant', { handles: [FINANCE] });
export const STRANGER = someone('stranger');
