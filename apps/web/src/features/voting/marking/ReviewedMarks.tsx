import { useTranslation } from 'react-i18next';
import type { BallotRow } from '../../../api/shapes.js';
import { isChoiceOfOne, type Question } from './paper.js';
import { useAnswerText } from './use-answer-text.js';

interface ReviewedMarksProps {
  readonly kind: BallotRow['kind'];
  readonly question: Question;
  /** Which question of the paper it is. */
  readonly at: number;
  readonly marked: readonly number[];
  readonly nameOf: (answer: string, at: number) => string;
}

/** One question as it was marked: the answers, and how many were marked and left. */
export function ReviewedMarks({ kind, question, at, marked, nameOf }: ReviewedMarksProps) {
  const { t } = useTranslation('voting');
  const wordOf = useAnswerText();
  const isList = kind === 'election' || kind === 'poll';
  const nameOfAnswer = (answer: number) =>
    isList ? nameOf(wordOf(question.answers[answer] ?? ''), answer) : wordOf(question.answers[answer] ?? '');
  const left = question.answers.length - marked.length;
  return (
    <div>
      <dt>{isList ? question.question : nameOf(question.question, at)}</dt>
      <dd>
        {marked.length === 0 && <span>{t(kind === 'election' ? 'review.nobody' : 'review.nothing')}</span>}
        <ul className="reviewed">
          {marked.map((answer) => (
            <li key={answer}>{nameOfAnswer(answer)}</li>
          ))}
        </ul>
        {!isChoiceOfOne(question) && (
          <span className="quiet">
            {t(kind === 'election' ? 'review.counted' : 'review.countedOf', { count: marked.length, max: question.max, left })}
          </span>
        )}
      </dd>
    </div>
  );
}
