import { useTranslation } from 'react-i18next';
import type { BallotRow } from '../../api/shapes.js';
import { Section } from '../../shared/Section.js';
import { isChoiceOfOne, isFull, type Question } from './paper.js';
import { useAnswerWords } from './use-answer-words.js';

interface QuestionMarksProps {
  readonly kind: BallotRow['kind'];
  readonly question: Question;
  readonly number: number | null;
  readonly marked: readonly number[];
  readonly onTap: (answer: number) => void;
}

/** One question of the paper, as it looks in the hall: an answer is a row as wide as the phone, large enough for every thumb. */
export function QuestionMarks({ kind, question, number, marked, onTap }: QuestionMarksProps) {
  const { t } = useTranslation('voting');
  const wordOf = useAnswerWords();
  const isOne = isChoiceOfOne(question);
  const isAtLimit = !isOne && isFull(question, marked);
  const title = number === null ? question.question : t('mark.numbered', { number, question: question.question });
  return (
    <Section title={title}>
      {!isOne && (
        <p className="marked-count" aria-live="polite">
          <strong>{t('mark.count', { count: marked.length, max: question.max })}</strong> {isAtLimit ? t('mark.full') : t(kind === 'election' ? 'mark.seats' : 'mark.atMost', { max: question.max })}
        </p>
      )}
      <ul className={isOne ? 'answers answers-of-one' : 'answers'} role={isOne ? 'radiogroup' : 'group'} aria-label={question.question}>
        {question.answers.map((answer, at) => {
          const isMarked = marked.includes(at);
          const isClosed = isAtLimit && !isMarked;
          return (
            <li key={answer} role="none">
              <button
                type="button"
                className={isMarked ? 'answer answer-marked' : 'answer'}
                role={isOne ? 'radio' : 'checkbox'}
                aria-checked={isMarked}
                aria-disabled={isClosed}
                onClick={() => onTap(at)}
              >
                <span className="answer-box" aria-hidden>
                  {isMarked ? (isOne ? '●' : '✓') : ''}
                </span>
                <span className="answer-text">{wordOf(answer)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
