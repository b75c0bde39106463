import type { PapersEvent, SessionPapers } from '@plenum/congress-domain';
import type { NewEvent } from '@plenum/contracts';

/** What others hear of papers: that some were sent out. */
export function papersPublished({ id, organisationId, sessionId, version }: SessionPapers, event: PapersEvent): NewEvent | null {
  if (event.type !== 'PapersSent') return null;
  const papers = event.papers.flatMap(({ id: paperId, itemId, title, versions }) => {
    const newest = versions.at(-1);
    return newest ? [{ paperId, itemId, title, nth: newest.nth, sha256: newest.sha256 }] : [];
  });
  return { name: 'congress.papers-sent.v1', aggregateId: id, version, data: { organisationId, sessionId, papers } };
}
