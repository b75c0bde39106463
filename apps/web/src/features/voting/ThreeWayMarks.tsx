import { useTranslation } from 'react-i18next';
import { Section } from '../../shared/Section.js';
import { isFull, type Marks, type Pair, type Question, saidOf, THREE_WAYS, type ThreeWay } from './paper.js';
import { useAnswerWords } from './use-answer-words.js';

interface ThreeWayMarksProps {
  readonly questions: readonly Question[];
  readonly pair: Pair;
  readonly marks: Marks;
  readonly onSay: (person: number, said: ThreeWay) => void;
}

/** For, against or neither of every candidate, side by side as on paper; no more are approved than there are seats. */
export function ThreeWayMarks({ questions, pair, marks, onSay }: ThreeWayMarksProps) {
  const { t } = useTranslation('voting');
  const wordOf = useAnswerWords();
  const question = questions[pair.approve];
  if (!question) return null;
  const approved = marks[pair.approve] ?? [];
  const isAtLimit = isFull(question, approved);
  return (
    <Section title={t('mark.candidates')}>
      <p className="marked-count" aria-live="polite">
        <strong>{t('mark.approved', { count: approved.length, max: question.max })}</strong> {isAtLimit ? t('mark.full') : t('mark.seats', { max: question.max })}
      </p>
      {question.answers.map((name, person) => {
        const said = saidOf(marks, pair, person);
        return (
          <div key={name} className="three-way" role="radiogroup" aria-label={name}>
            <div className="three-way-name">{name}</div>
            {THREE_WAYS.map((word) => (
              <button
                key={word}
                type="button"
                role="radio"
                aria-checked={said === word}
                aria-disabled={word === 'yes' && isAtLimit && said !== 'yes'}
                className={said === word ? `answer answer-marked answer-${word}` : 'answer'}
                onClick={() => onSay(person, word)}
              >
                {wordOf(word)}
              </button>
            ))}
          </div>
        );
      })}
    </Section>
  );
}
