import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import type { BallotView } from '../../api/shapes.js';
import { useBallot } from './ballot-queries.js';
import { Page } from '../page/Page.js';
import { QueryView } from '../page/QueryView.js';

interface BallotFrameProps {
  readonly title: string;
  /** Lines that stand in for the content while it is fetched. */
  readonly lines?: number;
  /** How often it is looked at anew, by the ballot as it is; not at all when left out. */
  readonly watch?: Parameters<typeof useBallot>[1];
  readonly children: (ballot: BallotView) => ReactNode;
}

/** A page about one side of the ballot in the address, with the way back to the ballot's own page. */
export function BallotFrame({ title, lines, watch, children }: BallotFrameProps) {
  const { id = '' } = useParams();
  const ballot = useBallot(id, watch);
  return (
    <Page title={title} intro={ballot.data?.title} back={`/ballots/${id}`}>
      <QueryView query={ballot} {...(lines === undefined ? {} : { lines })}>
        {children}
      </QueryView>
    </Page>
  );
}
