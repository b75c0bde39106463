import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../shared/text/formats.js';
import type { Attendee } from './session-requests.js';
import type { Outcome } from './desk-sign-in.js';
import type { DeskEntry } from './use-desk-sign-in.js';

const TONES: Readonly<Record<Outcome, 'good' | 'quiet' | 'bad'>> = {
  in: 'good',
  out: 'good',
  'already-in': 'quiet',
  'already-out': 'quiet',
  unknown: 'bad',
  several: 'quiet',
};

interface SignInNoticeProps {
  readonly entries: readonly DeskEntry[];
  readonly onChoose: (person: Attendee) => void;
  readonly onAgain: (typed: string) => void;
}

/** What came of the last one, so large that whoever stands before the desk reads it, too; and of those before. */
export function SignInNotice({ entries: [last, ...before], onChoose, onAgain }: SignInNoticeProps) {
  const { t } = useTranslation('sessionDesk');
  return (
    <>
      <div className="sign-in-notice-room" aria-live="assertive">
        {last ? <Last entry={last} onAgain={onAgain} /> : <p className="quiet">{t('serve.nobodyYet')}</p>}
      </div>
      {last?.served?.outcome === 'several' && (
        <ul className="rows" aria-label={t('serve.several')}>
          {last.served.several.map((person) => (
            <li key={person.memberId}>
              <button type="button" className="sign-in-choice" onClick={() => onChoose(person)}>
                {t('serve.person', { name: person.name, staffNo: person.staffNo })} <span className="quiet">{person.delegationName}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {before.length > 0 && (
        <ol className="sign-in-before" aria-label={t('serve.before')}>
          {before.map((entry) => (
            <li key={entry.no}>
              <Line entry={entry} onAgain={onAgain} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function Last({ entry, onAgain }: { readonly entry: DeskEntry; readonly onAgain: (typed: string) => void }) {
  const { t, i18n } = useTranslation('sessionDesk');
  const { typed, served, problem } = entry;
  if (problem !== null) {
    return (
      <div className="sign-in-notice sign-in-notice-bad">
        <strong>{typed}</strong>
        <p>{problem}</p>
        <Button onClick={() => onAgain(typed)}>{t('serve.again')}</Button>
      </div>
    );
  }
  if (!served)
    return (
      <div className="sign-in-notice">
        <strong>{typed}</strong>
      </div>
    );
  const { outcome, person } = served;
  return (
    <div className={`sign-in-notice sign-in-notice-${TONES[outcome]}`}>
      <strong>{person?.name ?? typed}</strong>
      {person && (
        <span className="sign-in-notice-who">
          {person.staffNo} {person.delegationName}
        </span>
      )}
      <p>{t(`serve.outcome.${outcome}`, { at: person?.since ? formatTime(person.since, i18n.language) : '' })}</p>
    </div>
  );
}

function Line({ entry: { typed, served, problem }, onAgain }: { readonly entry: DeskEntry; readonly onAgain: (typed: string) => void }) {
  const { t } = useTranslation('sessionDesk');
  if (problem !== null) {
    return (
      <>
        {typed}: {problem}{' '}
        <Button size="small" onClick={() => onAgain(typed)}>
          {t('serve.again')}
        </Button>
      </>
    );
  }
  if (!served) return <>{typed}</>;
  return <>{t(`serve.line.${served.outcome}`, { who: served.person?.name ?? typed })}</>;
}
