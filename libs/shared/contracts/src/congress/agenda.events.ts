import { count, id, listOf, nullable, oneOf, shape, text } from '../shape.js';
import { ADOPTION_WAYS, AGENDA_ITEM_KINDS, STANDING_REPORTS } from './vocabulary.js';

const ofAgenda = { organisationId: id, sessionId: id, agendaId: id };
const item = shape({ itemId: id, kind: oneOf(AGENDA_ITEM_KINDS), title: text, standing: nullable(oneOf(STANDING_REPORTS)) });

/** As many items as an agenda holds. */
const ITEMS_MAX = 60;

const paper = shape({ paperId: id, itemId: id, title: text, nth: count, sha256: text });

/** As many papers as a session has. */
const PAPERS_MAX = 100;

/** The agenda of a session, agreed with the school and adopted by the congress, and its papers. */
export const agendaEvents = {
  /** The union and the school agreed on the topics: delegates may read what will be put to them. */
  'congress.agenda-agreed.v1': shape({ ...ofAgenda, items: count }),
  /** The congress adopted it; what was adopted before stands no longer. `ballotId` where a ballot decided. */
  'congress.agenda-adopted.v1': shape({
    ...ofAgenda,
    way: oneOf(ADOPTION_WAYS),
    ballotId: nullable(id),
    items: listOf(item, ITEMS_MAX),
  }),
  /** Papers were sent out to everybody with a seat: the newest version of each, with the digest of its bytes. */
  'congress.papers-sent.v1': shape({ organisationId: id, sessionId: id, papers: listOf(paper, PAPERS_MAX) }),
};
