import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { ReasonButton } from '../../shared/forms/ReasonButton.js';
import { useAction } from '../../shared/forms/use-action.js';
import { StatusTag, type Tone } from '../../shared/page/StatusTag.js';
import { AWARD_CHANGES, type AwardItem, decideOnAward, putToVote } from './award-requests.js';

const TONES: Readonly<Record<AwardItem['state'], Tone>> = { NOMINATED: 'waiting', VOTING: 'running', AWARDED: 'good', DECLINED: 'quiet' };

/** A nomination: what for, why, and what became of it; for the committee, the way to decide. */
export function AwardRow({ award }: { readonly award: AwardItem }) {
  const { t } = useTranslation('awards');
  const { t: words } = useTranslation('proposals');
  const { t: common } = useTranslation();
  const { name, docketNo, criteria, citation, state, decidedBy, reason, allowedActions } = award;
  return (
    <li className="award">
      <div className="row-facts">
        <span className="row-title">{name ?? common('unnamed')}</span>
        {docketNo && <span className="quiet small">{words('docketNo', { no: docketNo })}</span>}
        <StatusTag tone={TONES[state]}>{t(decidedBy === 'VOTE' ? `byVote.${state}` : `state.${state}`)}</StatusTag>
      </div>
      <p className="quiet small">{criteria.map((one) => t(`criteria.${one}`)).join(common('listSeparator'))}</p>
      <p className="prose">{citation}</p>
      {reason && <p className="quiet">{t('because', { reason })}</p>}
      {allowedActions.length > 0 && <Deciding award={award} />}
    </li>
  );
}

function Deciding({ award: { id, version, allowedActions } }: { readonly award: AwardItem }) {
  const { t } = useTranslation('awards');
  const changes = AWARD_CHANGES;
  const award = useAction(() => decideOnAward(id, { isAwarded: true, version }), { done: t('decide.awarded'), changes });
  const decline = useAction((reason: string) => decideOnAward(id, { isAwarded: false, reason, version }), {
    done: t('decide.declined'),
    changes,
  });
  const vote = useAction(() => putToVote(id, version), { done: t('decide.waits'), changes });
  return (
    <div className="toolbar">
      {allowedActions.includes('decide') && (
        <>
          <Popconfirm title={t('decide.confirm')} okText={t('decide.award')} onConfirm={() => award.mutate()}>
            <Button type="primary" loading={award.isPending}>
              {t('decide.award')}
            </Button>
          </Popconfirm>
          <ReasonButton
            label={t('decide.decline')}
            title={t('decide.declineTitle')}
            reasonLabel={t('reason')}
            isBusy={decline.isPending}
            onConfirm={(reason) => decline.mutate(reason)}
          />
        </>
      )}
      {allowedActions.includes('put-to-vote') && (
        <Popconfirm title={t('decide.voteHint')} okText={t('decide.vote')} onConfirm={() => vote.mutate()}>
          <Button loading={vote.isPending}>{t('decide.vote')}</Button>
        </Popconfirm>
      )}
    </div>
  );
}
