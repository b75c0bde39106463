import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BallotView, Objection } from '../../api/shapes.js';
import { BallotFrame } from '../../shared/ballot/BallotFrame.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { formatDate } from '../../shared/text/formats.js';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { useMe } from '../../shared/congress/use-me.js';
import { AnswerForm } from './AnswerForm.js';
import { ObjectionForm } from './ObjectionForm.js';
import { ObjectionText } from './ObjectionText.js';
import { useObjections } from './objection-requests.js';
import './objections.css';

/** Objections to a posted result: whoever works here raises one, organisers answer each, the maker reads the answer. */
export function ObjectionsPage() {
  const { t } = useTranslation('objections');
  return <BallotFrame title={t('title')}>{(ballot) => <OfBallot ballot={ballot} />}</BallotFrame>;
}

function OfBallot({ ballot }: { readonly ballot: BallotView }) {
  const objections = useObjections(ballot.id);
  return (
    <QueryView query={objections}>
      {(items) => (
        <>
          <Period ballot={ballot} />
          {(items.length > 0 || !ballot.allowedActions.includes('object')) && <Objections ballot={ballot} objections={items} />}
          <Raising ballot={ballot} objections={items} />
        </>
      )}
    </QueryView>
  );
}

/** Until when, and how many there are: as numbers for everybody. */
function Period({ ballot: { id, posting, objections, allowedActions, annulment } }: { readonly ballot: BallotView }) {
  const { t, i18n } = useTranslation('objections');
  const mayAnnul = allowedActions.includes('annul');
  return (
    <Section title={t('period.title')}>
      <p>{posting ? t('period.until', { untilOn: formatDate(posting.untilOn, i18n.language) }) : t('period.none')}</p>
      {objections && <p className="quiet">{t('period.counts', { ...objections })}</p>}
      {objections && objections.upheld > 0 && !annulment && (
        <Alert
          type="warning"
          showIcon
          title={t('period.annulmentDue')}
          action={mayAnnul ? <LinkButton to={`/ballots/${id}/desk`}>{t('period.toDesk')}</LinkButton> : undefined}
        />
      )}
    </Section>
  );
}

interface OfObjectionsProps {
  readonly ballot: BallotView;
  readonly objections: readonly Objection[];
}

/** One at a time: the next when the last is answered. */
function Raising({ ballot, objections }: OfObjectionsProps) {
  const { t } = useTranslation('objections');
  const me = useMe();
  if (!ballot.allowedActions.includes('object') || !me.data) return null;
  const isPending = objections.some(({ member, answer }) => member.id === me.data.member.id && answer === null);
  return isPending ? <Alert className="section" type="info" showIcon title={t('raise.pending')} /> : <ObjectionForm id={ballot.id} />;
}

function Objections({ ballot, objections }: OfObjectionsProps) {
  const { t } = useTranslation('objections');
  const me = useMe();
  const mayAnswer = ballot.allowedActions.includes('answer-objection');
  return (
    <Section title={t('list.title')}>
      {objections.length === 0 ? (
        <EmptyState text={t('list.none')} />
      ) : (
        <ul className="rows">
          {objections.map((objection) => (
            <li key={objection.id} className="objection">
              <ObjectionText objection={objection} isOwn={objection.member.id === me.data?.member.id} />
              {mayAnswer && objection.answer === null && (
                <Answering id={ballot.id} objection={objection} isOwn={objection.member.id === me.data?.member.id} />
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Nobody answers in the own matter. */
function Answering({ id, objection, isOwn }: { readonly id: string; readonly objection: Objection; readonly isOwn: boolean }) {
  const { t } = useTranslation('objections');
  return isOwn ? <p className="quiet">{t('answer.own')}</p> : <AnswerForm id={id} objectionId={objection.id} />;
}
