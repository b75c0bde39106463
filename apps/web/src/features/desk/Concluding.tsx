import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { BallotView } from '../../api/shapes.js';
import { BALLOT_CHANGES } from '../../shared/ballot-queries.js';
import { LinkButton } from '../../shared/LinkButton.js';
import { useAction } from '../../shared/use-action.js';
import { useNameOf } from '../../shared/use-name-of.js';
import { useRetryKey } from '../../shared/use-retry-key.js';
import { prepareNextRound } from './ballot-acts.js';
import { PlainAct } from './PlainAct.js';

/** After the count: signatures are waited for, the result is declared and published, a further round is prepared. */
export function Concluding({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('desk');
  const { id, state, allowedActions, followedBy } = ballot;
  const may = (action: BallotView['allowedActions'][number]) => allowedActions.includes(action);
  return (
    <>
      {state === 'TALLIED' && <Unsigned ballot={ballot} />}
      {may('declare') && <PlainAct act="declare" id={id} />}
      {may('publish') && <PlainAct act="publish" id={id} />}
      {may('next-round') && <NextRound id={id} />}
      {followedBy && (
        <div className="act">
          <LinkButton to={`/ballots/${followedBy}/desk`}>{t('acts.next-round.follow')}</LinkButton>
        </div>
      )}
    </>
  );
}

function Unsigned({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('desk');
  const { t: common } = useTranslation();
  const nameOf = useNameOf();
  const missing = (ballot.officers ?? []).filter(({ chief, signedAt }) => chief && signedAt === null);
  return <p className="act">{t('acts.sign.waiting', { names: missing.map(({ member }) => nameOf(member)).join(common('listSeparator')) })}</p>;
}

function NextRound({ id }: { readonly id: string }) {
  const { t } = useTranslation('desk');
  const navigate = useNavigate();
  const keyOf = useRetryKey();
  const next = useAction(() => prepareNextRound(id, keyOf(id)), { done: t('acts.next-round.done'), changes: BALLOT_CHANGES, onDone: (made) => void navigate(`/ballots/${made.id}/desk`) });
  return (
    <div className="act">
      <p>{t('acts.next-round.intro')}</p>
      <Popconfirm title={t('acts.next-round.confirm')} onConfirm={() => next.mutate()}>
        <Button loading={next.isPending}>{t('acts.next-round.action')}</Button>
      </Popconfirm>
    </div>
  );
}
