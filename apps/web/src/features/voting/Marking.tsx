import { Alert, Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotRow } from '../../api/shapes.js';
import { QueryView } from '../../shared/QueryView.js';
import { sealAndKeep } from '../../shared/sealed/paper-steps.js';
import { DEVICE } from '../../shared/sealed/sealed-queries.js';
import { useStepWords } from '../../shared/sealed/use-step-words.js';
import type { Place } from '../../shared/sealed/vault.js';
import { Section } from '../../shared/Section.js';
import { blankPaper, choicesOf, type Marks, type Pair, type Question, saidAnew, tapped, unanswered } from './paper.js';
import { QuestionMarks } from './QuestionMarks.js';
import { Review } from './Review.js';
import { ThreeWayMarks } from './ThreeWayMarks.js';
import { usePaperStep } from './use-paper-step.js';

interface MarkingProps {
  readonly place: Place;
  readonly kind: BallotRow['kind'];
}

/** The paper: marked, looked at once more, then sealed. The questions are those of the election's frozen text, the same for everybody. */
export function Marking({ place, kind }: MarkingProps) {
  const questions = useQuery({
    queryKey: ['ballot', place.ballotId, 'questions'],
    queryFn: async () => {
      const setup = await DEVICE.doors.setup(place.ballotId);
      return { ...(await DEVICE.ask('read-questions', setup)), pairs: setup.pairs };
    },
    staleTime: Infinity,
  });
  return <QueryView query={questions}>{(election) => <Paper place={place} kind={kind} questions={election.questions} pairs={election.pairs} />}</QueryView>;
}

interface PaperProps extends MarkingProps {
  readonly questions: readonly Question[];
  readonly pairs: readonly Pair[];
}

function Paper({ place, kind, questions, pairs }: PaperProps) {
  const { t } = useTranslation('voting');
  const words = useStepWords();
  const [marks, setMarks] = useState<Marks>(() => blankPaper(questions));
  const [isReviewed, setReviewed] = useState(false);
  const { isBusy, problem, take } = usePaperStep(place);
  const open = unanswered(questions, marks).length;
  if (isReviewed) {
    return (
      <Review
        kind={kind}
        questions={questions}
        pairs={pairs}
        marks={marks}
        isBusy={isBusy}
        problem={problem === null ? null : words(problem)}
        onBack={() => setReviewed(false)}
        onSeal={() => void take((desk) => sealAndKeep(place, desk, choicesOf(questions, marks)))}
      />
    );
  }
  return (
    <>
      <Alert className="section" type="info" title={t(pairs.length > 0 ? 'mark.intro.threeWay' : `mark.intro.${kind}`)} />
      {pairs.map((pair) => (
        <ThreeWayMarks key={pair.approve} questions={questions} pair={pair} marks={marks} onSay={(person, said) => setMarks((before) => saidAnew(questions, before, pair, person, said))} />
      ))}
      {pairs.length === 0 && questions.map((question, at) => (
        <QuestionMarks
          key={question.question + at}
          kind={kind}
          question={question}
          number={questions.length > 1 ? at + 1 : null}
          marked={marks[at] ?? []}
          onTap={(answer) => setMarks((before) => tapped(questions, before, at, answer))}
        />
      ))}
      <Section title={t('mark.next')}>
        {open > 0 && <p className="quiet">{t('mark.open', { count: open })}</p>}
        <Button type="primary" size="large" block disabled={open > 0} onClick={() => setReviewed(true)}>
          {t('mark.review')}
        </Button>
      </Section>
    </>
  );
}
