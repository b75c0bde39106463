import { Alert, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BallotState, BallotView, NominationView } from '../../api/shapes.js';
import { BALLOT_CHANGES } from '../../shared/ballot/ballot-queries.js';
import { Facts } from '../../shared/page/Facts.js';
import { formatDate } from '../../shared/text/formats.js';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { Section } from '../../shared/page/Section.js';
import { useClauseText } from '../../shared/ballot/use-clause-text.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { closeNomination, postCandidates } from './nomination-requests.js';
import { PrimaryAct } from './PrimaryAct.js';

/** A primary whose result is not signed yet: there is no other beside it. */
const UNDER_WAY: readonly BallotState[] = ['RULES_ADOPTED', 'ROLL_FROZEN', 'OPEN', 'CLOSED', 'TALLIED'];

interface ProgressProps {
  readonly ballot: BallotView;
  readonly nomination: NominationView;
}

/** How far the finding of candidates is, what holds it up, and the next step for who may take it. */
export function Progress({ ballot, nomination }: ProgressProps) {
  const { t, i18n } = useTranslation('nomination');
  const clauseText = useClauseText();
  const { postedOn, objectionsUntil, provisional, notice, clause, closedOn, needed, primaryAbove, primaryId, candidates } = nomination;
  const day = (date: string) => formatDate(date, i18n.language);
  const standing = candidates.filter(({ status }) => status === 'put-forward').length;
  const may = (action: BallotView['allowedActions'][number]) => ballot.allowedActions.includes(action);
  const isUnderWay = ballot.related.some(({ relation, state }) => relation === 'primary' && UNDER_WAY.includes(state));
  const period =
    notice.date === null
      ? t(`notice.${notice.kind === 'date' ? 'days' : notice.kind}`, { count: notice.n ?? 0 })
      : t('notice.date', { date: day(notice.date) });
  const facts = [
    { name: t('progress.standing'), value: t('progress.standingOf', { standing, needed }) },
    { name: t('progress.notice'), value: clause ? t('progress.noticeWithClause', { period, clause: clauseText(clause) }) : period },
    ...(primaryAbove === null ? [] : [{ name: t('progress.primary'), value: t('progress.primaryAbove', { above: primaryAbove }) }]),
    ...(postedOn === null ? [] : [{ name: t('progress.postedOn'), value: day(postedOn) }]),
  ];
  return (
    <Section title={t('progress.title')}>
      <Alert
        className="section"
        type={closedOn ? 'success' : 'info'}
        title={
          closedOn
            ? t('state.closed', { date: day(closedOn) })
            : objectionsUntil
              ? t('state.posted', { date: day(objectionsUntil) })
              : t('state.open')
        }
        description={objectionsUntil && !closedOn && provisional ? t('state.provisional') : undefined}
      />
      <Facts facts={facts} />
      {primaryId && (
        <div className="act">
          <LinkButton to={`/ballots/${primaryId}`}>{t('primary.follow')}</LinkButton>
        </div>
      )}
      {may('post-candidates') && <Step act="post" id={ballot.id} nomination={nomination} />}
      {may('call-primary') && !isUnderWay && <PrimaryAct ballot={ballot} nomination={nomination} />}
      {may('close-nomination') && <Step act="close" id={ballot.id} nomination={nomination} />}
    </Section>
  );
}

const STEPS = { post: postCandidates, close: closeNomination } as const;

interface StepProps {
  readonly act: keyof typeof STEPS;
  readonly id: string;
  readonly nomination: NominationView;
}

/** A step that needs nothing but the word: it says beforehand what it does. */
function Step({ act, id, nomination }: StepProps) {
  const { t } = useTranslation('nomination');
  const outdated = useOutdated(nomination, { changes: BALLOT_CHANGES });
  const work = useVersionedAction(outdated, (version) => STEPS[act](id, version), {
    done: t(`steps.${act}.done`),
  });
  return (
    <div className="act">
      <p>{t(`steps.${act}.intro`)}</p>
      <ConflictNotice of={outdated} />
      <Popconfirm title={t(`steps.${act}.confirm`)} onOpenChange={(isOpen) => isOpen && outdated.rebase()} onConfirm={() => work.mutate()}>
        <Button type="primary" loading={work.isPending}>
          {t(`steps.${act}.action`)}
        </Button>
      </Popconfirm>
    </div>
  );
}
