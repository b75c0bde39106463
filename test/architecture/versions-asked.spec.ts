import { changes } from './openapi-use.js';

const OWN_ACCOUNT = 'One’s own sign-in: what was typed, or the device at hand, is what it is about.';
const CREATES = 'Makes something new; nothing that stands is changed.';
const FOLLOWS = 'Makes a new ballot of a result that stands, once.';
const OWN_STEP = 'A step of one’s own, checked against what all others gave, and taken once.';
const DESK = 'Serves one person as they stand at the desk; what is so already, or no longer can be, is refused by itself.';
const ADDS = 'Adds one’s own words to what stands, and changes none of it.';
const ANSWERS_ONCE = 'What is answered never changes, and is answered once.';
const SHEET = 'Says what one read on the sheet itself; whoever signs names the tally that came of it.';
const SAYS_ITSELF = 'Says whole what it is about; where that is otherwise by now it is refused.';

/**
 * What may be asked for without saying which version was read, each with its reason. Everything else decides on, or writes over, what
 * somebody has read before.
 */
const ON_NO_VERSION: Readonly<Record<string, string>> = {
  'POST /api/congress/organisations': CREATES,
  'POST /api/congress/units': CREATES,
  'POST /api/congress/members': CREATES,
  'POST /api/congress/terms': CREATES,
  'POST /api/congress/duty-rules': CREATES,
  'POST /api/congress/sessions': CREATES,
  'POST /api/congress/sessions/{id}/delegations': CREATES,
  'POST /api/congress/offices': CREATES,
  'POST /api/congress/roster-imports': CREATES,
  'POST /api/congress/sessions/{id}/delegates':
    'Gives a seat to who has none; left out, the version says so, and a seat that is there is not moved without its own.',
  'POST /api/congress/sessions/{id}/delegates/list': 'Gives seats to those who have none; whoever sits elsewhere is refused.',
  'DELETE /api/congress/offices/{id}': 'An office stays as it was given until it ends, and ends once.',
  'POST /api/congress/members/sign-in-codes': 'A fresh code takes the place of any before it, whatever that was.',
  'POST /api/congress/members/{id}/unlocking': 'Lifts a lock whether or not there still is one.',
  'POST /api/congress/sessions/{id}/attendance': DESK,
  'DELETE /api/congress/sessions/{id}/attendance/{memberId}': DESK,
  'POST /api/congress/sign-in': OWN_ACCOUNT,
  'POST /api/congress/first-sign-in': OWN_ACCOUNT,
  'POST /api/congress/forgotten-password': OWN_ACCOUNT,
  'POST /api/congress/session/refresh': OWN_ACCOUNT,
  'POST /api/congress/session/sign-out': OWN_ACCOUNT,
  'PUT /api/congress/me/password': OWN_ACCOUNT,
  'PUT /api/congress/me/mobile': OWN_ACCOUNT,
  'POST /api/congress/me/confirmations': OWN_ACCOUNT,
  'DELETE /api/congress/me/devices': OWN_ACCOUNT,
  'DELETE /api/congress/me/devices/{id}': OWN_ACCOUNT,
  'POST /api/proposals/calls': CREATES,
  'POST /api/proposals/proposals': CREATES,
  'POST /api/proposals/history-imports': CREATES,
  'POST /api/proposals/opinions': CREATES,
  'POST /api/proposals/awards': CREATES,
  'POST /api/proposals/saved-filters': CREATES,
  'POST /api/proposals/proposals/paper': CREATES,
  'POST /api/proposals/proposals/reviews': 'Decides on many; each of them says which version was read.',
  'POST /api/proposals/proposals/assignments': 'Routes many; each of them says which version was read.',
  'POST /api/proposals/proposals/similar': 'Asks for what is like a text, and changes nothing; a draft does not travel in an address.',
  'POST /api/proposals/proposals/{id}/invitations': 'Asks people; who is asked already, or has signed, stays as they are.',
  'DELETE /api/proposals/proposals/{id}/invitations/{memberId}': SAYS_ITSELF,
  'DELETE /api/proposals/proposals/{id}/seconding': OWN_STEP,
  'POST /api/proposals/proposals/{id}/handlings/{handlingId}/acknowledgement': OWN_STEP,
  'POST /api/proposals/proposals/{id}/lead': 'Takes a place that is vacant, once; where it is not it is refused.',
  'POST /api/proposals/proposals/{id}/commitments': CREATES,
  'POST /api/proposals/proposals/{id}/supervision/visits': ADDS,
  'POST /api/proposals/proposals/{id}/handlings/{handlingId}/contacts': ADDS,
  'POST /api/ballot/ballots': CREATES,
  'POST /api/ballot/ballots/{id}/next-round': FOLLOWS,
  'POST /api/ballot/ballots/{id}/rerun': FOLLOWS,
  'POST /api/ballot/ballots/{id}/second-stage': FOLLOWS,
  'POST /api/ballot/ballots/{id}/rehearsal': 'Practises on a copy; the ballot stays as it is.',
  'POST /api/ballot/ballots/{id}/nomination/candidates': CREATES,
  'POST /api/ballot/ballots/{id}/nomination/candidates/{candidateId}/declination': 'Somebody does not stand, whatever else the list says.',
  'POST /api/ballot/ballots/{id}/nomination/objections': ADDS,
  'POST /api/ballot/ballots/{id}/nomination/objections/{objectionId}/answer': ANSWERS_ONCE,
  'POST /api/ballot/ballots/{id}/objections': ADDS,
  'POST /api/ballot/ballots/{id}/objections/{objectionId}/answer': ANSWERS_ONCE,
  'POST /api/ballot/ballots/{id}/relatives': SAYS_ITSELF,
  'POST /api/ballot/ballots/{id}/relatives/withdrawal': SAYS_ITSELF,
  'POST /api/ballot/ballots/{id}/trustee-keys': OWN_STEP,
  'POST /api/ballot/ballots/{id}/ceremony/certificates': OWN_STEP,
  'POST /api/ballot/ballots/{id}/ceremony/polynomials': OWN_STEP,
  'POST /api/ballot/ballots/{id}/ceremony/outputs': OWN_STEP,
  'POST /api/ballot/ballots/{id}/shares': OWN_STEP,
  'POST /api/ballot/ballots/{id}/credentials': OWN_STEP,
  'POST /api/ballot/ballots/{id}/papers': OWN_STEP,
  'POST /api/ballot/ballots/{id}/lots': 'Begins a drawing where the result asks for one and none is under way; nothing is decided by it.',
  'POST /api/ballot/ballots/{id}/lots/commitments': OWN_STEP,
  'POST /api/ballot/ballots/{id}/lots/contributions': OWN_STEP,
  'POST /api/ballot/ballots/{id}/credentials/taken-back': DESK,
  'POST /api/ballot/ballots/{id}/issued-papers': DESK,
  'POST /api/ballot/ballots/{id}/issued-papers/taken-back': DESK,
  'POST /api/ballot/ballots/{id}/account-resets/{memberId}/confirmation': DESK,
  'POST /api/ballot/ballots/{id}/slips': CREATES,
  'POST /api/ballot/ballots/{id}/slips/drawn': DESK,
  'POST /api/ballot/ballots/{id}/slips/lost': DESK,
  'POST /api/ballot/ballots/{id}/slips/taken-back': DESK,
  'POST /api/ballot/ballots/{id}/slips/voided': SAYS_ITSELF,
  'PUT /api/ballot/ballots/{id}/sheets': SHEET,
  'POST /api/ballot/ballots/{id}/decisions': SHEET,
  'POST /api/ballot/ballots/{id}/rulings': SHEET,
  'POST /api/ballot/ballots/{id}/hands-count': SHEET,
  'POST /api/ballot/ballots/{id}/count': 'Adds up what was entered; whoever signs names the tally that came of it.',
  'POST /api/ballot/ballots/{id}/name-matches': SAYS_ITSELF,
  'POST /api/ballot/ballots/{id}/name-confirmations': SAYS_ITSELF,
  'POST /api/notifier/notices/reading': OWN_STEP,
  'POST /api/notifier/notices/{id}/reading': OWN_STEP,
  'PUT /api/notifier/push/device': 'The device at hand, said whole; nobody else sets it.',
  'DELETE /api/notifier/push/devices/{id}': 'Ends what is one’s own, whatever it was.',
  'POST /api/notifier/push/trials': 'Sends a trial to the device at hand, and changes nothing of it.',
  'POST /api/notifier/ways/apps/{provider}/trials': 'Sends a trial by whatever app stands, and changes nothing of it.',
  'POST /api/notifier/ways/sms/trials': 'Sends a trial by whatever gateway stands, and changes nothing of it.',
  'POST /api/notifier/announcements': CREATES,
  'POST /api/notifier/proofs/{id}/signatures': 'Records who is not on record yet; who is stays as it was recorded.',
  'POST /api/notifier/announcements/preview': 'Says how many it would reach, and changes nothing; a text does not travel in an address.',
  'POST /api/notifier/unsubscriptions/{token}': 'Ends what the token says, whatever else was chosen; it ends once.',
  'POST /api/notifier/ways/groups/{provider}/trials': 'Posts a trial by whatever robot stands, and changes nothing of it.',
};

describe('what changes something that somebody has read', () => {
  const asked = new Map([...changes('congress'), ...changes('proposals'), ...changes('ballot'), ...changes('notifier')]);

  it('is there to look at', () => {
    expect(asked.size).toBeGreaterThan(80);
    expect(asked.get('POST /api/ballot/ballots/{id}/signatures')).toBe(true); // By the fingerprint of the tally.
    expect(asked.get('DELETE /api/ballot/ballots/{id}')).toBe(true); // In the address.
    expect(asked.get('POST /api/ballot/ballots')).toBe(false); // The version that is answered is none that was read.
  });

  it('says which version was read, or stands on the list with its reason', () => {
    expect(
      [...asked]
        .filter(([operation, isOnWhatWasRead]) => !isOnWhatWasRead && !(operation in ON_NO_VERSION))
        .map(([operation]) => operation),
    ).toEqual([]);
  });

  it('has nothing on the list that says its version after all, or is not offered any more', () => {
    expect(Object.keys(ON_NO_VERSION).filter((operation) => asked.get(operation) !== false)).toEqual([]);
  });
});
