import { useTranslation } from 'react-i18next';
import type { BallotState, BallotView } from '../../api/shapes.js';
import { Fingerprint } from '../../shared/sealed/Fingerprint.js';
import { useBoardHead, useIssued } from '../../shared/sealed/sealed-queries.js';

const BEFORE: readonly BallotState[] = ['RULES_DRAFT', 'RULES_ADOPTED', 'NOMINATION'];

interface LiveFiguresProps {
  readonly ballot: BallotView;
  readonly showsHead: boolean;
}

/** Who should be there, who is, papers issued and returned, as they come; on sealed papers also the head of the board. */
export function LiveFigures({ ballot, showsHead }: LiveFiguresProps) {
  const { state } = ballot;
  if (BEFORE.includes(state)) return null;
  return showsHead ? <SealedFigures ballot={ballot} /> : <Figures figures={figuresOf(ballot)} />;
}

function SealedFigures({ ballot }: { readonly ballot: BallotView }) {
  return ballot.state === 'ROLL_FROZEN' ? <Issuing ballot={ballot} /> : <Voting ballot={ballot} />;
}

function Issuing({ ballot }: { readonly ballot: BallotView }) {
  const issued = useIssued(ballot.id, 'ROLL_FROZEN');
  return <Figures figures={{ ...figuresOf(ballot), issued: issued.data?.registeredInAll ?? null }} />;
}

function Voting({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('screen');
  const head = useBoardHead(ballot.id, ballot.state);
  const figures = figuresOf(ballot);
  return (
    <>
      <Figures figures={{ ...figures, returned: figures.returned ?? (ballot.channel === 'sealed' ? (head.data?.papers ?? null) : null) }} />
      {head.data && (
        <div className="screen-head-hash">
          <h2>{t('head')}</h2>
          <Fingerprint text={head.data.hash} isShort isLarge />
        </div>
      )}
    </>
  );
}

interface FigureList {
  readonly roll: number | null;
  readonly present: number | null;
  readonly issued: number | null;
  readonly returned: number | null;
  readonly valid: number | null;
}

const figuresOf = ({ counts, presentNow }: BallotView): FigureList => ({
  roll: counts?.roll ?? null, present: presentNow ?? counts?.present ?? null, issued: counts?.issued ?? null, returned: counts?.returned ?? null, valid: counts?.valid ?? null,
});

function Figures({ figures }: { readonly figures: FigureList }) {
  const { t } = useTranslation('ballots');
  return (
    <dl className="screen-figures">
      {Object.entries(figures).map(([name, figure]: [string, number | null]) =>
        figure === null ? null : (
          <div key={name}>
            <dt>{t(`figures.${name as keyof FigureList}`)}</dt>
            <dd>{figure}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
