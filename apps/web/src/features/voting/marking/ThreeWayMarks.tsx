import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../shared/page/Section.js';
import { Choice } from './Choice.js';
import { isFull, type Marks, type Question, threeWayMarkOf, THREE_WAYS, type ThreeWay, type ThreeWayPair } from './paper.js';
import { useAnswerText } from './use-answer-text.js';

interface ThreeWayMarksProps {
  readonly questions: readonly Question[];
  readonly pair: ThreeWayPair;
  readonly marks: Marks;
  readonly nameOf: (answer: string, at: number) => string;
  readonly onSay: (person: number, said: ThreeWay) => void;
  /** What can be read about somebody, by place. */
  readonly about?: ((person: number, name: string) => ReactNode) | undefined;
}

/**
 * For, against or neither of every candidate, side by side as on paper; nothing is chosen for the voter, and no more are approved than
 * there are seats.
 */
export function ThreeWayMarks({ questions, pair, marks, nameOf, onSay, about }: ThreeWayMarksProps) {
  const { t } = useTranslation('voting');
  const wordOf = useAnswerText();
  const group = useId();
  const question = questions[pair.approve];
  if (!question) return null;
  const approved = marks[pair.approve] ?? [];
  const isAtLimit = isFull(question, approved);
  return (
    <Section title={t('mark.candidates')}>
      <p className="marked-count" aria-live="polite">
        <strong>{t('mark.approved', { count: approved.length, max: question.max })}</strong>{' '}
        {isAtLimit ? t('mark.full') : t('mark.seats', { max: question.max })}
      </p>
      {question.answers.map((answer, person) => {
        const said = threeWayMarkOf(marks, pair, person);
        const name = nameOf(answer, person);
        return (
          <div key={person} className="three-way" role="radiogroup" aria-label={name}>
            <div className="three-way-name">{name}</div>
            {about?.(person, name)}
            {THREE_WAYS.map((word) => (
              <Choice
                key={word}
                kind="radio"
                group={`${group}-${person}`}
                look={`answer-${word}`}
                isMarked={said === word}
                isClosed={word === 'yes' && isAtLimit && said !== 'yes'}
                onMark={() => onSay(person, word)}
              >
                {wordOf(word)}
              </Choice>
            ))}
          </div>
        );
      })}
    </Section>
  );
}
