import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonButton } from '../forms/ReasonButton.js';
import { useAction } from '../forms/use-action.js';
import { Section } from '../page/Section.js';
import { StatusTag } from '../page/StatusTag.js';
import { formatDate, formatInstant } from '../text/formats.js';
import { useNameOf } from '../text/use-name-of.js';
import { markKey, nameCaseOwner, SUPERVISION_CHANGES, type SupervisionView, unmarkKey, useSupervision } from './supervision-queries.js';
import { VisitDialog } from './VisitDialog.js';

/** How a matter is looked after: the same page for the committee and the proposers, and both log their visits here. */
export function SupervisionSection({ proposalId }: { readonly proposalId: string }) {
  const { t } = useTranslation('supervision');
  const [isVisiting, setVisiting] = useState(false);
  const { data } = useSupervision(proposalId);
  // Whom it does not concern is refused; and before it is accepted there is nothing to look after.
  if (!data || (data.allowedActions.length === 0 && data.version === 0)) return null;
  const visiting = data.allowedActions.includes('log-visit') && (
    <Button size="small" onClick={() => setVisiting(true)}>
      {t('visit.open')}
    </Button>
  );
  return (
    <Section title={t('title')} extra={visiting}>
      <KeyMatter proposalId={proposalId} supervision={data} />
      <CaseOwner proposalId={proposalId} supervision={data} />
      <Visits visits={data.visits} />
      {isVisiting && <VisitDialog proposalId={proposalId} onClose={() => setVisiting(false)} />}
    </Section>
  );
}

interface PartProps {
  readonly proposalId: string;
  readonly supervision: SupervisionView;
}

function KeyMatter({ proposalId, supervision: { key, version, allowedActions } }: PartProps) {
  const { t, i18n } = useTranslation('supervision');
  const nameOf = useNameOf();
  const mark = useAction((reason: string) => markKey(proposalId, { reason, version }), {
    done: t('key.done'),
    changes: SUPERVISION_CHANGES,
  });
  const unmark = useAction(() => unmarkKey(proposalId, version), { done: t('key.undone'), changes: SUPERVISION_CHANGES });
  return (
    <>
      {key && (
        <div className="row-facts">
          <StatusTag tone="waiting">{t('key.is')}</StatusTag>
          <span>{key.reason}</span>
          <span className="quiet small">{t('by', { name: nameOf(key.by), instant: formatInstant(key.at, i18n.language) })}</span>
        </div>
      )}
      {allowedActions.includes('mark-key') && (
        <ReasonButton
          size="small"
          label={t('key.mark')}
          title={t('key.title')}
          reasonLabel={t('key.reason')}
          isBusy={mark.isPending}
          onConfirm={(reason) => mark.mutate(reason)}
        />
      )}
      {allowedActions.includes('unmark-key') && (
        <Button size="small" loading={unmark.isPending} onClick={() => unmark.mutate()}>
          {t('key.unmark')}
        </Button>
      )}
    </>
  );
}

function CaseOwner({ proposalId, supervision: { caseOwner, committee, version, allowedActions } }: PartProps) {
  const { t } = useTranslation('supervision');
  const nameOf = useNameOf();
  const naming = useAction((memberId: string | null) => nameCaseOwner(proposalId, { memberId, version }), {
    done: t('owner.done'),
    changes: SUPERVISION_CHANGES,
  });
  if (!allowedActions.includes('name-case-owner'))
    return caseOwner && <p className="quiet">{t('owner.is', { name: nameOf(caseOwner) })}</p>;
  return (
    <div className="toolbar toolbar-foot">
      <span>{t('owner.label')}</span>
      <Select
        aria-label={t('owner.label')}
        value={caseOwner?.id ?? ''}
        loading={naming.isPending}
        popupMatchSelectWidth={false}
        onChange={(id: string) => naming.mutate(id || null)}
        options={[{ value: '', label: t('owner.nobody') }, ...committee.map((one) => ({ value: one.id, label: nameOf(one) }))]}
      />
    </div>
  );
}

function Visits({ visits }: { readonly visits: SupervisionView['visits'] }) {
  const { t, i18n } = useTranslation('supervision');
  const nameOf = useNameOf();
  if (visits.length === 0) return <p className="quiet">{t('visit.none')}</p>;
  return (
    <ol className="rows" aria-label={t('visit.list')}>
      {[...visits].reverse().map(({ id, visitedOn, withWhom, found, as, by }) => (
        <li key={id} className="supervision-visit">
          <div className="row-facts small">
            <strong>{formatDate(visitedOn, i18n.language)}</strong>
            <span>{t(`visit.as.${as}`, { name: nameOf(by) })}</span>
            <span className="quiet">{t('visit.with', { whom: withWhom })}</span>
          </div>
          <p className="prose">{found}</p>
        </li>
      ))}
    </ol>
  );
}
