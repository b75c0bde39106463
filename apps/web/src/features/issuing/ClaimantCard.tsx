import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../api/shapes.js';
import { BALLOT_CHANGES } from '../../shared/ballot/ballot-queries.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import type { NamedChoice } from '../../shared/forms/SearchSelect.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { useAction } from '../../shared/forms/use-action.js';
import { type Claimant, issuePaper, issueSlip, takeBackCredential, takeBackPaper, useClaimant } from './issuing-requests.js';
import { SlipReturn } from './SlipReturn.js';

interface ClaimantCardProps {
  readonly ballot: BallotView;
  readonly person: NamedChoice;
  readonly onServed: () => void;
}

/** Who stands at the desk, what they hold, and what the desk may do for them: nobody gets a second thing to vote with. */
export function ClaimantCard({ ballot, person, onServed }: ClaimantCardProps) {
  const { t } = useTranslation('issuing');
  const claimant = useClaimant(ballot.id, person.id);
  return (
    <div className="claimant" aria-live="polite">
      <h3>{person.name}</h3>
      <QueryView query={claimant} lines={2}>
        {(data) => (
          <>
            <div className="marks">
              <StatusTag tone={data.onRoll ? 'good' : 'bad'}>{t(data.onRoll ? 'claimant.onRoll' : 'claimant.offRoll')}</StatusTag>
              {data.onRoll && (
                <StatusTag tone={data.present ? 'good' : 'bad'}>{t(data.present ? 'claimant.present' : 'claimant.absent')}</StatusTag>
              )}
              <StatusTag tone={data.holds === null ? 'quiet' : 'waiting'}>{t(`claimant.holds.${data.holds ?? 'nothing'}`)}</StatusTag>
            </div>
            <Acts ballot={ballot} person={person} claimant={data} onServed={onServed} />
          </>
        )}
      </QueryView>
    </div>
  );
}

/** A card that is scanned twice ends in Enter twice: what takes something back is asked once more, and never has the focus. */
function Acts({ ballot, person, claimant, onServed }: ClaimantCardProps & { readonly claimant: Claimant }) {
  const { t } = useTranslation('issuing');
  const { id, allowedActions } = ballot;
  const may = (action: BallotView['allowedActions'][number]) => allowedActions.includes(action);
  const done = (what: 'slip' | 'paper' | 'paperBack' | 'credentialBack') => ({
    done: t(`done.${what}`, { name: person.name }),
    changes: BALLOT_CHANGES,
    onDone: onServed,
  });
  const slip = useAction(() => issueSlip(id, person.id), done('slip'));
  const paper = useAction(() => issuePaper(id, person.id), done('paper'));
  const back = useAction(() => takeBackPaper(id, person.id), done('paperBack'));
  const credentialBack = useAction(() => takeBackCredential(id, person.id), done('credentialBack'));
  const { onRoll, present, holds } = claimant;
  if (holds === 'slip') return may('replace-slip') ? <SlipReturn id={id} person={person} onServed={onServed} /> : null;
  if (holds === 'paper') {
    return may('take-back-paper') ? (
      <div className="claimant-acts">
        <Popconfirm title={t('confirm.paperBack', { name: person.name })} onConfirm={() => back.mutate()}>
          <Button loading={back.isPending}>{t('act.paperBack')}</Button>
        </Popconfirm>
      </div>
    ) : null;
  }
  if (holds === 'credential') {
    return may('take-back-credential') ? (
      <div className="claimant-acts">
        <p className="quiet">{t('claimant.credentialHint')}</p>
        <Popconfirm title={t('confirm.credentialBack', { name: person.name })} onConfirm={() => credentialBack.mutate()}>
          <Button loading={credentialBack.isPending}>{t('act.credentialBack')}</Button>
        </Popconfirm>
      </div>
    ) : null;
  }
  if (holds !== null || !onRoll) return null;
  if (!present) return <p className="quiet">{t('claimant.absentHint')}</p>;
  return (
    <div className="claimant-acts">
      {may('issue-slip') && (
        <Button type="primary" size="large" autoFocus loading={slip.isPending} onClick={() => slip.mutate()}>
          {t('act.slip')}
        </Button>
      )}
      {may('issue-paper') && (
        <Button type="primary" size="large" autoFocus={!may('issue-slip')} loading={paper.isPending} onClick={() => paper.mutate()}>
          {t('act.paper')}
        </Button>
      )}
    </div>
  );
}
