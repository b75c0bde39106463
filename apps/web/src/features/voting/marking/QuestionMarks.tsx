import { Fragment, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotRow } from '../../../api/shapes.js';
import { Section } from '../../../shared/page/Section.js';
import { Choice } from './Choice.js';
import { isChoiceOfOne, isFull, type Question } from './paper.js';
import { useAnswerText } from './use-answer-text.js';

interface QuestionMarksProps {
  readonly kind: BallotRow['kind'];
  readonly question: Question;
  readonly title: string;
  /** What an answer is called on this paper, by its place. */
  readonly nameOf: (answer: string, at: number) => string;
  readonly marked: readonly number[];
  readonly onTap: (answer: number) => void;
  /** What can be read about whom the question is about. */
  readonly about?: ReactNode;
  /** What can be read about an answer, by its place. */
  readonly aboutAnswer?: ((at: number, name: string) => ReactNode) | undefined;
}

/** One question of the paper, as it looks in the hall: an answer is a row as wide as the phone. */
export function QuestionMarks({ kind, question, title, nameOf, marked, onTap, about, aboutAnswer }: QuestionMarksProps) {
  const { t } = useTranslation('voting');
  const wordOf = useAnswerText();
  const group = useId();
  const isOne = isChoiceOfOne(question);
  const isAtLimit = !isOne && isFull(question, marked);
  return (
    <Section title={title}>
      {about}
      {!isOne && (
        <p className="marked-count" aria-live="polite">
          <strong>{t('mark.count', { count: marked.length, max: question.max })}</strong>{' '}
          {isAtLimit ? t('mark.full') : t(kind === 'election' ? 'mark.seats' : 'mark.atMost', { max: question.max })}
        </p>
      )}
      <div className={isOne ? 'answers answers-of-one' : 'answers'} role={isOne ? 'radiogroup' : 'group'} aria-label={title}>
        {question.answers.map((answer, at) => {
          const isMarked = marked.includes(at);
          const name = nameOf(wordOf(answer), at);
          return (
            <Fragment key={at}>
              <Choice
                kind={isOne ? 'radio' : 'checkbox'}
                group={group}
                isMarked={isMarked}
                isClosed={isAtLimit && !isMarked}
                onMark={() => onTap(at)}
              >
                <span className="answer-box" aria-hidden>
                  {isMarked ? (isOne ? '●' : '✓') : ''}
                </span>
                <span className="answer-text">{name}</span>
              </Choice>
              {aboutAnswer?.(at, name)}
            </Fragment>
          );
        })}
      </div>
    </Section>
  );
}
