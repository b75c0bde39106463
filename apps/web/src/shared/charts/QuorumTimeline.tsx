import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../text/formats.js';
import { Legend } from './Legend.js';
import { type AttendanceMoment, DRAWING, stepPath, tableRowsOf, scaleTopOf } from './quorum-steps.js';
import './charts.css';

interface QuorumTimelineProps {
  readonly moments: readonly AttendanceMoment[];
  readonly entitled: number;
  /** The end of the line: the closing, or now while the session is on. */
  readonly until: string;
}

/** How many were present from the first sign-in on, against the quorum; as a table behind a toggle. */
export function QuorumTimeline({ moments, entitled, until }: QuorumTimelineProps) {
  const { t, i18n } = useTranslation('charts');
  const id = useId();
  const [first, last] = [moments[0], moments[moments.length - 1]];
  if (!first || !last) return null;
  const top = scaleTopOf(moments, entitled);
  const end = Math.max(Date.parse(until), Date.parse(last.at));
  const path = (figure: (moment: AttendanceMoment) => number) => stepPath(moments, figure, top, end);
  const time = (at: string) => formatTime(at, i18n.language);
  const present = path((moment) => moment.present);
  const summary = t('quorum.summary', {
    from: time(first.at),
    to: time(last.at),
    present: last.present,
    needed: last.needed,
    most: Math.max(...moments.map((moment) => moment.present)),
  });
  return (
    <figure className="chart section">
      <figcaption id={id} className="text-head">
        {t('quorum.title')}
      </figcaption>
      <div className="timeline" role="img" aria-label={summary}>
        {[...new Set([top, last.needed, 0])].map((figure) => (
          <span key={figure} className="timeline-scale" style={{ top: `${Math.round((1 - figure / top) * 150)}px` }}>
            {figure}
          </span>
        ))}
        <svg viewBox={`0 0 ${DRAWING.width} ${DRAWING.height}`} preserveAspectRatio="none">
          <path className="timeline-area" d={`${present}V${DRAWING.height}H0Z`} />
          <line className="timeline-base" x2={DRAWING.width} y1={DRAWING.height} y2={DRAWING.height} />
          <path className="timeline-needed" d={path((moment) => moment.needed)} />
          <path className="timeline-step" d={present} />
        </svg>
        <div className="timeline-times">
          <span>{time(first.at)}</span>
          <span>{time(new Date(end).toISOString())}</span>
        </div>
      </div>
      <Legend
        entries={[
          { tone: 'main', text: t('quorum.present') },
          { tone: 'threshold', text: t('quorum.needed', { needed: last.needed }) },
        ]}
      />
      <MomentTable moments={moments} labelledBy={id} time={time} />
    </figure>
  );
}

interface MomentTableProps {
  readonly moments: readonly AttendanceMoment[];
  readonly labelledBy: string;
  readonly time: (at: string) => string;
}

function MomentTable({ moments, labelledBy, time }: MomentTableProps) {
  const { t } = useTranslation('charts');
  return (
    <details className="chart-table">
      <summary>{t('asTable')}</summary>
      <table aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">{t('quorum.time')}</th>
            <th scope="col">{t('quorum.present')}</th>
            <th scope="col">{t('quorum.met')}</th>
          </tr>
        </thead>
        <tbody>
          {tableRowsOf(moments).map((moment) => (
            <tr key={`${moment.at}-${moment.present}`}>
              <td>{time(moment.at)}</td>
              <td>{moment.present}</td>
              <td>{moment.quorate ? t('quorum.yes') : t('quorum.no')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
