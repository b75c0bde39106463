import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalRow } from '../../api/shapes.js';
import { BulkAssignForm } from './BulkAssignForm.js';
import { BulkResults } from './BulkResults.js';
import { BulkReviewForm } from './BulkReviewForm.js';
import type { BulkOutcome } from './bulk.js';

const WIDTH_PX = 520;
const TO_REVIEW: readonly ProposalRow['state'][] = ['SUBMITTED'];
const TO_ASSIGN: readonly ProposalRow['state'][] = ['FILED', 'SUGGESTION'];

interface BulkPanelProps {
  readonly selected: readonly ProposalRow[];
  readonly onClear: () => void;
}

/** What can be done to those that are ticked, with how many it concerns; what came of it stays until it is put away. */
export function BulkPanel({ selected, onClear }: BulkPanelProps) {
  const { t } = useTranslation('review');
  const [deed, setDeed] = useState<'review' | 'assign' | null>(null);
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  const toReview = selected.filter(({ state }) => TO_REVIEW.includes(state));
  const toAssign = selected.filter(({ state }) => TO_ASSIGN.includes(state));
  const items = deed === 'review' ? toReview : toAssign;
  const finish = (results: BulkOutcome) => {
    setOutcome(results);
    setDeed(null);
    onClear();
  };
  return (
    <div className="board-bulk" role="region" aria-label={t('bulk.selected', { count: selected.length })}>
      {selected.length === 0 ? (
        <span className="quiet small">{t('bulk.none')}</span>
      ) : (
        <>
          <span>{t('bulk.selected', { count: selected.length })}</span>
          {toReview.length > 0 && <Button onClick={() => setDeed('review')}>{t('bulk.review', { count: toReview.length })}</Button>}
          {toAssign.length > 0 && <Button onClick={() => setDeed('assign')}>{t('bulk.assign', { count: toAssign.length })}</Button>}
          <Button type="link" onClick={onClear}>
            {t('bulk.clear')}
          </Button>
        </>
      )}
      {outcome && <BulkResults outcome={outcome} onClose={() => setOutcome(null)} />}
      {deed && (
        <Drawer open size={WIDTH_PX} title={t(`bulk.${deed}Title`, { count: items.length })} onClose={() => setDeed(null)}>
          <p className="quiet">{t('bulk.eachAlone')}</p>
          <ul>
            {items.map(({ id, subject }) => (
              <li key={id}>{subject}</li>
            ))}
          </ul>
          {deed === 'review' ? <BulkReviewForm items={items} onDone={finish} /> : <BulkAssignForm items={items} onDone={finish} />}
        </Drawer>
      )}
    </div>
  );
}
