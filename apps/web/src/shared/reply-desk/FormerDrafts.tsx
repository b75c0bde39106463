import { useTranslation } from 'react-i18next';
import { useNameOf } from '../text/use-name-of.js';
import { DraftText } from './DraftText.js';
import { useFormerDrafts, type Work } from './reply-desk-queries.js';

/** What a unit drafted before the work was assigned to another: for that unit and the committee. */
export function FormerDrafts(work: Work) {
  const { t } = useTranslation('replying');
  const nameOf = useNameOf();
  const drafts = useFormerDrafts(work).data?.items ?? [];
  if (drafts.length === 0) return null;
  return (
    <details className="section small">
      <summary>{t('former.title', { count: drafts.length })}</summary>
      {drafts.map((draft) => (
        <section key={`${draft.unit.id}-${draft.round}-${draft.number}`}>
          <h3 className="text-head">{nameOf(draft.unit)}</h3>
          <DraftText draft={draft} work={work} />
        </section>
      ))}
    </details>
  );
}
