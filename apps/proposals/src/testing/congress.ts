import type { Answer, Person, Stage } from './stage.js';

/** The people of a small congress, and what they do again and again. */
export interface Congress {
  readonly stage: Stage;
  readonly lead: Person;
  readonly seconders: readonly Person[];
  readonly committee: Person;
  readonly handler: Person;
  readonly assistant: Person;
  readonly staff: Person;
  /** A call that is open now, unless the window says otherwise. */
  call(settings?: object): Promise<string>;
  draft(callId: string, content?: object): Promise<string>;
  /** Drafted and seconded by two. */
  seconded(callId: string): Promise<string>;
  submitted(callId: string): Promise<string>;
  filed(callId: string): Promise<string>;
  assigned(callId: string): Promise<string>;
  replied(callId: string): Promise<string>;
}

const HOUR_MS = 3_600_000;
export const CONTENT = {
  subject: 'A canteen that opens late',
  grounds: 'Evening classes end at nine.',
  measures: 'Open until ten.',
  category: 'logistics',
};
export const REPLY = { text: 'Open until ten from May.', resultCategory: 'SOLVED', channel: 'ONLINE' };

/** Fails with the service's own words when a step that a test builds on was refused. */
export function done<T extends Answer>(answer: T): T['body'] {
  if (answer.status >= 300) throw new Error(`refused with ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** What is asked for without the version that was read. */
const ON_NO_VERSION: readonly string[] = ['invitations', 'acknowledgement', 'lead'];

/** One step of a proposal, or of the only handling of it, on the version that stands. */
export const step = async (stage: Stage, who: Person, id: string, deed: string, body?: object): Promise<Answer> => {
  const [door, path] = [stage.as(who), `/proposals/${id}/${deed}`];
  return ON_NO_VERSION.includes(deed) ? door.post(path, body) : door.decide(path, body);
};

/** Seats and offices filled. */
export async function aCongress(stage: Stage): Promise<Congress> {
  const [lead, committee, handler, assistant, staff] = await Promise.all([
    stage.person({ seat: 'DELEGATE', name: 'Lead Proposer' }),
    stage.person({ office: 'PROPOSALS_COMMITTEE', name: 'Committee' }),
    stage.person({ office: 'UNIT_HANDLER', unitId: stage.logistics, name: 'Handler' }),
    stage.person({ office: 'UNIT_HEAD', unitId: stage.finance, name: 'Assistant' }),
    stage.person({ name: 'Staff' }),
  ]);
  const seconders = await Promise.all([...Array(3).keys()].map((nth) => stage.person({ seat: 'DELEGATE', name: `Seconder ${nth}` })));
  const post = async (who: Person, path: string, body?: object) => done(await stage.as(who).post(path, body));
  const congress: Congress = {
    stage,
    lead,
    seconders,
    committee,
    handler,
    assistant,
    staff,
    call: async (settings = {}) => {
      const window = { opensAt: new Date(Date.now() - HOUR_MS).toISOString(), closesAt: new Date(Date.now() + HOUR_MS).toISOString() };
      // A reply goes out on the word of its unit, whoever is in charge of the unit; who tests the signing says so.
      const unsigned = { leaderSignOff: 'none' };
      return (await post(committee, '/calls', { sessionId: stage.sessionId, ...window, ...unsigned, ...settings })).id;
    },
    draft: async (callId, content = CONTENT) => (await post(lead, '/proposals', { callId, ...content })).id,
    seconded: async (callId) => {
      const id = await congress.draft(callId);
      await post(lead, `/proposals/${id}/invitations`, { memberIds: seconders.slice(0, 2).map((one) => one.id) });
      for (const one of seconders.slice(0, 2)) await take(id, one, 'seconding');
      return id;
    },
    submitted: async (callId) => take(await congress.seconded(callId), lead, 'submission'),
    filed: async (callId) => take(await congress.submitted(callId), committee, 'review', { outcome: 'FILED' }),
    assigned: async (callId) =>
      take(await congress.filed(callId), committee, 'assignment', { leadUnitId: stage.logistics, assistingUnitIds: [stage.finance] }),
    replied: async (callId) => take(await congress.assigned(callId), handler, 'reply', REPLY),
  };
  const take = async (id: string, who: Person, deed: string, body?: object): Promise<string> => {
    done(await step(stage, who, id, deed, body));
    return id;
  };
  return congress;
}
