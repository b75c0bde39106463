import { useTranslation } from 'react-i18next';
import type { BallotRow } from '../../../api/shapes.js';
import { Button } from '../../../shared/plain/Button.js';
import { Notice } from '../../../shared/plain/Notice.js';
import { Section } from '../../../shared/page/Section.js';
import { type Marks, type Question, threeWayMarkOf, tallyOf, type ThreeWayPair } from './paper.js';
import { ReviewedMarks } from './ReviewedMarks.js';
import { useAnswerText } from './use-answer-text.js';

interface ReviewProps {
  readonly kind: BallotRow['kind'];
  readonly questions: readonly Question[];
  /** Questions that go together: shown as one list of what is said of each person. */
  readonly ways: readonly ThreeWayPair[];
  readonly marks: Marks;
  readonly nameOf: (answer: string, at: number) => string;
  readonly isBusy: boolean;
  readonly problem: string | null;
  readonly onBack: () => void;
  readonly onSeal: () => void;
}

/** The marks once more in words and in numbers, before they are sealed: afterwards nobody can read them, the voter neither. */
export function Review({ kind, questions, ways, marks, nameOf, isBusy, problem, onBack, onSeal }: ReviewProps) {
  const { t } = useTranslation('voting');
  const wordOf = useAnswerText();
  return (
    <Section title={t('review.title')}>
      {ways.map((pair) => {
        const tally = tallyOf(questions, marks, pair);
        return (
          <p key={pair.approve} className="review-sum">
            {t('review.threeWay', tally)}
            {tally.left > 0 && ` ${t('review.threeWayLeft', { left: tally.left })}`}
          </p>
        );
      })}
      {ways.length === 0 && questions.length > 1 && <p className="review-sum">{t('review.answered', { count: questions.length })}</p>}
      <dl className="review">
        {ways.flatMap((pair) =>
          (questions[pair.approve]?.answers ?? []).map((answer, person) => (
            <div key={`${pair.approve}-${person}`} className="review-row">
              <dt>{nameOf(answer, person)}</dt>
              <dd>{wordOf(threeWayMarkOf(marks, pair, person) ?? 'left')}</dd>
            </div>
          )),
        )}
        {ways.length === 0 &&
          questions.map((question, at) => (
            <ReviewedMarks key={at} kind={kind} question={question} at={at} marked={marks[at] ?? []} nameOf={nameOf} />
          ))}
      </dl>
      <p className="quiet">{t('review.sealed')}</p>
      {problem !== null && <Notice tone="bad" title={problem} />}
      <div className="stacked">
        <Button look="primary" isLarge isWide isBusy={isBusy} onClick={onSeal}>
          {isBusy ? t('review.sealing') : t('review.action')}
        </Button>
        <Button isLarge isWide disabled={isBusy} onClick={onBack}>
          {t('review.back')}
        </Button>
      </div>
    </Section>
  );
}
