import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BallotRow } from '../../api/shapes.js';
import { Section } from '../../shared/Section.js';
import { type Marks, type Pair, type Question, saidOf } from './paper.js';
import { useAnswerWords } from './use-answer-words.js';

interface ReviewProps {
  readonly kind: BallotRow['kind'];
  readonly questions: readonly Question[];
  /** Questions that go together: shown as one list of what is said of each person. */
  readonly pairs: readonly Pair[];
  readonly marks: Marks;
  readonly isBusy: boolean;
  readonly problem: string | null;
  readonly onBack: () => void;
  readonly onSeal: () => void;
}

/** The marks once more in words, before they are sealed: afterwards nobody can read them, the voter neither. */
export function Review({ kind, questions, pairs, marks, isBusy, problem, onBack, onSeal }: ReviewProps) {
  const { t } = useTranslation('voting');
  const wordOf = useAnswerWords();
  return (
    <Section title={t('review.title')}>
      <dl className="review">
        {pairs.flatMap((pair) => (questions[pair.approve]?.answers ?? []).map((name, person) => (
          <div key={name} className="review-row">
            <dt>{name}</dt>
            <dd>{wordOf(saidOf(marks, pair, person))}</dd>
          </div>
        )))}
        {pairs.length === 0 && questions.map((question, at) => (
          <div key={question.question + at}>
            <dt>{question.question}</dt>
            <dd>
              <Marked kind={kind} question={question} marked={marks[at] ?? []} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{t('review.sealed')}</p>
      {problem !== null && <Alert className="section" type="error" showIcon title={problem} />}
      <div className="stacked">
        <Button type="primary" size="large" block loading={isBusy} onClick={onSeal}>
          {isBusy ? t('review.sealing') : t('review.action')}
        </Button>
        <Button size="large" block disabled={isBusy} onClick={onBack}>
          {t('review.back')}
        </Button>
      </div>
    </Section>
  );
}

interface MarkedProps {
  readonly kind: BallotRow['kind'];
  readonly question: Question;
  readonly marked: readonly number[];
}

function Marked({ kind, question, marked }: MarkedProps) {
  const { t } = useTranslation('voting');
  const wordOf = useAnswerWords();
  if (marked.length === 0) return <span>{t(kind === 'election' ? 'review.nobody' : 'review.nothing')}</span>;
  return (
    <>
      <ul className="reviewed">
        {marked.map((answer) => (
          <li key={answer}>{wordOf(question.answers[answer] ?? '')}</li>
        ))}
      </ul>
      {marked.length < question.max && <span className="quiet">{t('review.fewer', { count: marked.length, max: question.max })}</span>}
    </>
  );
}
