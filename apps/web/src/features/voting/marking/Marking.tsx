import { useQuery } from '@tanstack/react-query';
import type { BallotView } from '../../../api/shapes.js';
import { QueryView } from '../../../shared/page/QueryView.js';
import { DEVICE } from '../../../shared/sealed/paper-queries.js';
import type { OwnPaper } from '../../../shared/sealed/device-store.js';
import { Paper } from './Paper.js';

interface MarkingProps {
  readonly own: OwnPaper;
  readonly ballot: BallotView;
}

/** The paper: marked, looked at once more, then sealed. The questions are those of the election's frozen text, the same for everybody. */
export function Marking({ own, ballot }: MarkingProps) {
  const questions = useQuery({
    queryKey: ['ballot', ballot.id, 'questions'],
    queryFn: async () => {
      const setup = await DEVICE.api.setup(ballot.id);
      return { ...(await DEVICE.runTask('read-questions', setup)), pairs: setup.pairs };
    },
    staleTime: Infinity,
  });
  return (
    <QueryView query={questions}>
      {(election) => <Paper own={own} ballot={ballot} questions={election.questions} pairs={election.pairs} />}
    </QueryView>
  );
}
