import { PrinterOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BallotState, BallotView } from '../../../api/shapes.js';
import { BallotFrame } from '../../../shared/ballot/BallotFrame.js';
import { statedIn, writesNames } from '../../../shared/ballot/ballot-rules.js';
import { hasPaper } from '../../../shared/ballot/channels.js';
import { EmptyState } from '../../../shared/page/EmptyState.js';
import '../../../shared/page/sheet-to-print.css';
import { useSessions } from '../../../shared/congress/members.js';
import { useTextOr } from '../../../shared/text/use-text-or.js';
import './printed-ballot.css';

/** A paper as short as this is printed twice on a page, to be cut apart. */
const SHORT_MAX = 8;
const WRITTEN_LINES_MAX = 3;
const FIXED: readonly BallotState[] = ['ROLL_FROZEN', 'OPEN'];

/** The paper to be printed, from what stands on it once that is fixed. It bears no number: nothing tells one from another. */
export function PrintedBallotPage() {
  const { t } = useTranslation('organising');
  return (
    <BallotFrame title={t('printed.title')} lines={8}>
      {(ballot) =>
        hasPaper(ballot.channel) && FIXED.includes(ballot.state) && ballot.rules ? (
          <Printing ballot={ballot} />
        ) : (
          <EmptyState text={t('printed.notNow')} hint={t('printed.notNowHint')} />
        )
      }
    </BallotFrame>
  );
}

function Printing({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('organising');
  const lines = linesOf(ballot);
  const isShort = lines.length <= SHORT_MAX;
  return (
    <>
      <p>{t(isShort ? 'printed.introShort' : 'printed.intro')}</p>
      {ballot.allowedActions.includes('revise') && <Alert className="section" type="warning" showIcon title={t('printed.mayChange')} />}
      <Button className="section" type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
        {t('printed.print')}
      </Button>
      <div className="printed-page sheet-to-print">
        {(isShort ? ['first', 'second'] : ['first']).map((copy) => (
          <Paper key={copy} ballot={ballot} />
        ))}
      </div>
    </>
  );
}

const linesOf = ({ items, candidates, subjects, options }: BallotView) => items ?? candidates ?? subjects ?? options ?? [];

function Paper({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('organising');
  const textOr = useTextOr();
  const sessions = useSessions();
  const { kind, title, grades = [], rules = {} } = ballot;
  const marks = kind === 'appraisal' ? grades : kind === 'poll' ? ['yes'] : ['yes', 'no', 'abstain'];
  const { seats = 0 } = statedIn(rules);
  const isFree = writesNames(ballot);
  const written = isFree ? Math.min(WRITTEN_LINES_MAX, seats) : 0;
  return (
    <article className="printed-ballot">
      <p className="printed-session">{sessions.data?.find(({ id }) => id === ballot.sessionId)?.title}</p>
      <h2>{t('printed.heading', { title })}</h2>
      <p>{kind === 'election' ? t(isFree ? 'printed.how.electionFree' : 'printed.how.election', { seats }) : t(`printed.how.${kind}`)}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('printed.line')}</th>
            {marks.map((mark) => (
              <th key={mark} scope="col">
                {kind === 'poll' ? t('printed.choose') : textOr(`voting:answer.${mark}`, mark)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {linesOf(ballot).map(({ id, label }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              {marks.map((mark) => (
                <td key={mark} />
              ))}
            </tr>
          ))}
          {Array.from({ length: written }, (_, nth) => (
            <tr key={`written-${nth}`}>
              <th scope="row">{t('printed.written')}</th>
              <td colSpan={marks.length} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="printed-seal">{t('printed.seal')}</p>
    </article>
  );
}
