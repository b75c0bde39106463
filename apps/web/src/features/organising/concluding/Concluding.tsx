import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { BallotView } from '../../../api/shapes.js';
import { BALLOT_CHANGES } from '../../../shared/ballot/ballot-queries.js';
import { LinkButton } from '../../../shared/page/LinkButton.js';
import { useAction } from '../../../shared/forms/use-action.js';
import { useNameOf } from '../../../shared/text/use-name-of.js';
import { useRetryKey } from '../../../shared/forms/use-retry-key.js';
import { prepareNextRound, runAgain } from '../acts/organising-requests.js';
import { HigherBody } from './HigherBody.js';
import { ConfirmedAct } from '../acts/ConfirmedAct.js';
import { ReasonAct } from '../acts/ReasonAct.js';

/** After the count: signatures are waited for, the result is declared and published, a further round is prepared. */
export function Concluding({ ballot }: { readonly ballot: BallotView }) {
  const { id, state, allowedActions, followedBy, repeatedBy } = ballot;
  const may = (action: BallotView['allowedActions'][number]) => allowedActions.includes(action);
  return (
    <>
      {state === 'TALLIED' && <Unsigned ballot={ballot} />}
      {(may('begin-lots') || may('void-lots')) && <Lots id={id} isBegun={may('void-lots')} />}
      {may('declare') && <ConfirmedAct act="declare" ballot={ballot} />}
      {(may('approve') || may('reject')) && <HigherBody ballot={ballot} />}
      {may('publish') && <ConfirmedAct act="publish" ballot={ballot} />}
      {ballot.objections !== undefined && <ObjectionsDue id={id} objections={ballot.objections} isAnnulled={Boolean(ballot.annulment)} />}
      {may('decide-vacancy') && <Seats id={id} />}
      {may('archive') && <ConfirmedAct act="archive" ballot={ballot} />}
      {may('next-round') && !followedBy && <Following act="next-round" id={id} />}
      {may('run-again') && !repeatedBy && <Following act="run-again" id={id} />}
      {followedBy && <Followed act="next-round" id={followedBy} />}
      {repeatedBy && <Followed act="run-again" id={repeatedBy} />}
      {may('annul') && <ReasonAct act="annul" ballot={ballot} />}
    </>
  );
}

/** Seats that the count left open: what may be decided about them is said where they are told. */
function Seats({ id }: { readonly id: string }) {
  const { t } = useTranslation('organising');
  return (
    <div className="act">
      <p>{t('acts.seats.intro')}</p>
      <LinkButton to={`/ballots/${id}/seats`} type="primary">
        {t('acts.seats.action')}
      </LinkButton>
    </div>
  );
}

interface ObjectionsDueProps {
  readonly id: string;
  readonly objections: NonNullable<BallotView['objections']>;
  readonly isAnnulled: boolean;
}

/** What objections still ask of organisers: an answer, or the annulment that one upheld leads to. */
function ObjectionsDue({ id, objections: { open, upheld }, isAnnulled }: ObjectionsDueProps) {
  const { t } = useTranslation('organising');
  if (isAnnulled || open + upheld === 0) return null;
  return (
    <div className="act">
      {upheld > 0 && <p className="organising-unmet">{t('acts.objections.upheld', { count: upheld })}</p>}
      {open > 0 && <p>{t('acts.objections.open', { count: open })}</p>}
      <LinkButton to={`/ballots/${id}/objections`} type={open > 0 ? 'primary' : 'default'}>
        {t('acts.objections.action')}
      </LinkButton>
    </div>
  );
}

/** The result waits for lots: they are drawn in a room of their own. */
function Lots({ id, isBegun }: { readonly id: string; readonly isBegun: boolean }) {
  const { t } = useTranslation('organising');
  return (
    <div className="act">
      <p>{t(isBegun ? 'acts.lots.underWay' : 'acts.lots.intro')}</p>
      <LinkButton to={`/ballots/${id}/lots`} type="primary">
        {t('acts.lots.action')}
      </LinkButton>
    </div>
  );
}

function Unsigned({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('organising');
  const { t: common } = useTranslation();
  const nameOf = useNameOf();
  const missing = (ballot.officers ?? []).filter(({ chief, signedAt }) => chief && signedAt === null);
  return (
    <p className="act">{t('acts.sign.waiting', { names: missing.map(({ member }) => nameOf(member)).join(common('listSeparator')) })}</p>
  );
}

interface FollowingProps {
  readonly act: 'next-round' | 'run-again';
  readonly id: string;
}

/** Prepares a ballot that follows from this one: a further round, or the same again. */
function Following({ act, id }: FollowingProps) {
  const { t } = useTranslation('organising');
  const navigate = useNavigate();
  const keyOf = useRetryKey();
  const prepare = act === 'next-round' ? prepareNextRound : runAgain;
  const next = useAction(() => prepare(id, keyOf(id)), {
    done: t(`acts.${act}.done`),
    changes: BALLOT_CHANGES,
    onDone: (made) => void navigate(`/ballots/${made.id}/desk`),
  });
  return (
    <div className="act">
      <p>{t(`acts.${act}.intro`)}</p>
      <Popconfirm title={t(`acts.${act}.confirm`)} onConfirm={() => next.mutate()}>
        <Button loading={next.isPending}>{t(`acts.${act}.action`)}</Button>
      </Popconfirm>
    </div>
  );
}

/** The way to the ballot that was prepared so. */
function Followed({ act, id }: FollowingProps) {
  const { t } = useTranslation('organising');
  return (
    <div className="act">
      <LinkButton to={`/ballots/${id}/desk`}>{t(`acts.${act}.follow`)}</LinkButton>
    </div>
  );
}
