import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { BallotView } from '../../../api/shapes.js';
import { Button } from '../../../shared/plain/Button.js';
import { Notice } from '../../../shared/plain/Notice.js';
import { Waiting } from '../../../shared/plain/Waiting.js';
import { sealAndKeep } from '../../../shared/sealed/paper-steps.js';
import { useSealingStepText } from '../../../shared/sealed/use-sealing-step-text.js';
import type { OwnPaper } from '../../../shared/sealed/device-store.js';
import { Section } from '../../../shared/page/Section.js';
import { GiveBack } from '../codes/GiveBack.js';
import { choicesOf, isBlank, type Pair, type Question, withThreeWayMark, toggled, threeWay, unanswered } from './paper.js';
import { ProfileFold } from './ProfileFold.js';
import { QuestionMarks } from './QuestionMarks.js';
import { Review } from './Review.js';
import { StepFocus } from '../paper-step/StepFocus.js';
import { ThreeWayMarks } from './ThreeWayMarks.js';
import { useMarks } from './use-marks.js';
import { choicesIn, useNamesOnPaper } from './use-names-on-paper.js';
import { usePaperStep } from '../paper-step/use-paper-step.js';

interface PaperProps {
  readonly own: OwnPaper;
  readonly ballot: BallotView;
  readonly questions: readonly Question[];
  readonly pairs: readonly Pair[];
}

const REVIEW = { step: 'review' };

/** A paper being marked. The look at it before the sealing has an address of its own: "back" leads to the marks, which are still there. */
export function Paper({ own, ballot, questions, pairs }: PaperProps) {
  const { t } = useTranslation('voting');
  const sealingStepText = useSealingStepText();
  const { kind } = ballot;
  const [search, setSearch] = useSearchParams();
  const [hasReviewed, setReviewed] = useState(false);
  const { marks, change, forget } = useMarks(own, questions, pairs);
  const { isBusy, problem, take } = usePaperStep(own);
  const nameOf = useNamesOnPaper(
    questions.map(({ answers }) => answers),
    choicesIn(ballot),
  );
  if (marks === null) return <Waiting />;
  const profileOf = ballot.hasProfiles ? (at: number, name: string) => <ProfileFold ballotId={ballot.id} at={at} name={name} /> : undefined;
  const open = unanswered(questions, marks).length;
  const ways = threeWay(questions, pairs);
  const seal = async () => {
    if (!(await take((device) => sealAndKeep(own, device, choicesOf(questions, marks))))) return;
    forget();
    setSearch({}, { replace: true });
  };
  const review = () => {
    setReviewed(true);
    setSearch(REVIEW);
  };
  if (search.get('step') === REVIEW.step && open === 0 && (hasReviewed || !isBlank(marks))) {
    return (
      <StepFocus key="paper" step="review">
        <Review
          kind={kind}
          questions={questions}
          ways={ways}
          marks={marks}
          nameOf={nameOf}
          isBusy={isBusy}
          problem={problem === null ? null : sealingStepText(problem)}
          onBack={() => setSearch({}, { replace: true })}
          onSeal={() => void seal()}
        />
      </StepFocus>
    );
  }
  return (
    <StepFocus key="paper" step="mark">
      <Notice tone="info" title={t(ways.length > 0 ? 'mark.intro.threeWay' : `mark.intro.${kind}`)} />
      {ways.map((pair) => (
        <ThreeWayMarks
          key={pair.approve}
          questions={questions}
          pair={pair}
          marks={marks}
          nameOf={nameOf}
          about={profileOf}
          onSay={(person, said) => change((before) => withThreeWayMark(questions, before, pair, person, said))}
        />
      ))}
      {ways.length === 0 &&
        questions.map((question, at) => {
          const title = isList(kind) ? question.question : nameOf(question.question, at);
          return (
            <QuestionMarks
              key={at}
              kind={kind}
              question={question}
              title={questions.length > 1 ? t('mark.numbered', { number: at + 1, question: title }) : title}
              nameOf={isList(kind) ? nameOf : (answer) => answer}
              marked={marks[at] ?? []}
              {...(isList(kind) ? { aboutAnswer: profileOf } : { about: profileOf?.(at, title) })}
              onTap={(answer) => change((before) => toggled(questions, before, at, answer))}
            />
          );
        })}
      <Section title={t('mark.next')}>
        {open > 0 && (
          <p className="quiet" id="still-open">
            {t('mark.open', { count: open })}
          </p>
        )}
        <Button look="primary" isLarge isWide disabled={open > 0} aria-describedby={open > 0 ? 'still-open' : undefined} onClick={review}>
          {t('mark.review')}
        </Button>
        {own.isSlip && <GiveBack recordId={own} />}
      </Section>
    </StepFocus>
  );
}

/** Whether who is voted on stands in the answers; else in the questions, one of each. */
const isList = (kind: BallotView['kind']): boolean => kind === 'election' || kind === 'poll';
