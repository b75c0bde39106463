import { deflateSync } from 'node:zlib';
import type { Cast } from './cast.js';
import type { EndpointRow } from './endpoint-row.js';

/** A draft of an appraisal, where who is appraised has a profile as candidates have, and the fingerprint of the picture on it. */
const made = { id: '', digest: '' };
const draft = () => ({ id: made.id });
const somebody = () => ({ id: made.id, choiceId: 's1' });

const chunk = (name: string, content: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, Buffer.from(name, 'latin1'), content, Buffer.alloc(4)]);
};

/** One grey dot. */
const DOT = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
  chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
  chunk('IEND', Buffer.alloc(0)),
]);

const version = ({ people: { secretary } }: Cast) => secretary.versionAt(`/api/ballot/ballots/${made.id}`);
const asRead = async (cast: Cast) => `?version=${await version(cast)}`;

function picture(): FormData {
  const form = new FormData();
  form.append('file', new Blob([DOT]), 'face.png');
  return form;
}

async function draftAppraisal({ session: { sessionId }, people: { secretary } }: Cast): Promise<void> {
  made.id = (
    await secretary.post<{ id: string }>('/api/ballot/ballots', {
      sessionId,
      kind: 'appraisal',
      channel: 'paper',
      title: 'An appraisal',
      subjects: [{ id: 's1', label: 'One' }],
      grades: ['good', 'bad'],
    })
  ).id;
}

async function digestOf({ people: { secretary } }: Cast): Promise<void> {
  const { profiles } = await secretary.get<{ profiles: { picture: string }[] }>(`/api/ballot/ballots/${made.id}/profiles`);
  made.digest = profiles[0]?.picture ?? '';
}

/** Profiles and pictures of those on a draft: its organisers' alone, to set and to read. */
export const ENDPOINTS_OF_DESCRIBING: readonly EndpointRow[] = [
  {
    endpoint: 'PUT /api/ballot/ballots/{id}/profiles',
    before: draftAppraisal,
    path: draft,
    body: async (cast) => ({ texts: [{ id: 's1', text: 'A teacher.' }], version: await version(cast) }),
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['colleague', '403 ballot.not-an-organiser'],
  },
  {
    endpoint: 'PUT /api/ballot/ballots/{id}/profiles/{choiceId}/picture',
    path: somebody,
    query: asRead,
    body: picture,
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['scrutineer', '403 ballot.not-an-organiser'],
  },
  {
    endpoint: 'GET /api/ballot/ballots/{id}/profiles',
    path: draft,
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['colleague', '404 ballot.not-found'],
  },
  {
    endpoint: 'GET /api/ballot/ballots/{id}/pictures/{digest}',
    before: digestOf,
    path: () => ({ ...draft(), digest: made.digest }),
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['colleague', '404 ballot.not-found'],
  },
  {
    endpoint: 'DELETE /api/ballot/ballots/{id}/profiles/{choiceId}/picture',
    path: somebody,
    query: asRead,
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['teller', '403 ballot.not-an-organiser'],
  },
];
