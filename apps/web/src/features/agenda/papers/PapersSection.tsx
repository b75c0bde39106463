import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { type PapersView, usePapers } from '../../../shared/congress/papers.js';
import { ConflictNotice } from '../../../shared/forms/ConflictNotice.js';
import { useOutdated } from '../../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../../shared/forms/use-versioned-action.js';
import { QueryView } from '../../../shared/page/QueryView.js';
import { Section } from '../../../shared/page/Section.js';
import { formatDate } from '../../../shared/text/formats.js';
import { BringPaperForm, type Topic } from './BringPaperForm.js';
import { PAPER_CHANGES, sendPapers } from './paper-requests.js';
import { PaperRow } from './PaperRow.js';
import { PapersRuleForm } from './PapersRuleForm.js';

/** The papers of the session: delegates read what was sent out, the secretariat brings them in and sends them. */
export function PapersSection({ sessionId, topics }: { readonly sessionId: string; readonly topics: readonly Topic[] }) {
  const { t } = useTranslation('papers');
  const papers = usePapers(sessionId);
  return (
    <Section title={t('title')}>
      <QueryView query={papers} lines={3}>
        {(view) => <Papers topics={topics} view={view} />}
      </QueryView>
    </Section>
  );
}

function Papers({ topics, view }: { readonly topics: readonly Topic[]; readonly view: PapersView }) {
  const { t, i18n } = useTranslation('papers');
  const { sessionId, papers, days, clause, lastDay, mayBring, seated } = view;
  const outdated = useOutdated(view, { changes: PAPER_CHANGES, isLive: true });
  const unsent = papers.filter(({ allowedActions }) => allowedActions.includes('send'));
  const send = useVersionedAction(
    outdated,
    (version) =>
      sendPapers(
        sessionId,
        unsent.map(({ id }) => id),
        version,
      ),
    { done: t('send.done', { count: unsent.length }) },
  );
  const titleOf = (itemId: string): string => topics.find(({ id }) => id === itemId)?.title ?? '';
  return (
    <>
      <p className="quiet">
        {t('rule.says', { days, last: formatDate(lastDay, i18n.language) })} {clause !== '' && t('rule.by', { clause })}
      </p>
      {papers.length === 0 && <p className="quiet">{t('none')}</p>}
      <ul className="rows" aria-label={t('title')}>
        {papers.map((paper) => (
          <PaperRow key={paper.id} view={view} paper={paper} item={titleOf(paper.itemId)} />
        ))}
      </ul>
      <ConflictNotice of={outdated} />
      {unsent.length > 0 && (
        <div className="toolbar">
          <Popconfirm title={t('send.confirm', { count: unsent.length, seated })} onConfirm={() => send.mutate()}>
            <Button type="primary" loading={send.isPending}>
              {t('send.action', { count: unsent.length, seated })}
            </Button>
          </Popconfirm>
        </div>
      )}
      {mayBring && (
        <div className="not-printed">
          {topics.length > 0 && <BringPaperForm topics={topics} view={view} />}
          <PapersRuleForm view={view} />
        </div>
      )}
    </>
  );
}
