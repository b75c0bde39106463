import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../../api/shapes.js';
import { hasPaper, hasSealed } from '../../../shared/ballot/channels.js';
import { LinkButton } from '../../../shared/page/LinkButton.js';
import { useNameOf } from '../../../shared/text/use-name-of.js';
import { CorrectionForm } from './CorrectionForm.js';
import { CountButton } from './CountButton.js';
import { handLines, handMarks, savedFigures } from './hand-figures.js';
import { useTextOr } from '../../../shared/text/use-text-or.js';

/** From the closed vote to the count: hands are told, sheets entered, boxes opened; then the engine counts. */
export function Counting({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('organising');
  const { id, channel, allowedActions, state } = ballot;
  const may = (action: BallotView['allowedActions'][number]) => allowedActions.includes(action);
  const isWaiting = channel === 'hands' && !ballot.hands;
  return (
    <>
      {channel === 'hands' && (state === 'CLOSED' || may('count-hands')) && <Hands ballot={ballot} />}
      {hasPaper(channel) && state === 'CLOSED' && (
        <div className="act">
          <p>{t('acts.sheets.intro')}</p>
          <LinkButton to={`/ballots/${id}/sheets`}>{t('acts.sheets.action')}</LinkButton>
        </div>
      )}
      {hasSealed(channel) && state === 'CLOSED' && <p className="act">{t('acts.shares.intro')}</p>}
      {hasPaper(channel) && <CorrectionForm ballot={ballot} />}
      {may('count') && !isWaiting && <CountButton ballot={ballot} />}
    </>
  );
}

/** The raised hands: who is waited for, or what they told; whoever may tell them finds the way. */
function Hands({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('organising');
  const { t: common } = useTranslation();
  const nameOf = useNameOf();
  const textOr = useTextOr();
  const mayTell = ballot.allowedActions.includes('count-hands');
  const names = (ballot.officers ?? []).map(({ member }) => nameOf(member)).join(common('listSeparator'));
  const saved = savedFigures(ballot);
  return (
    <div className="act">
      {ballot.hands ? (
        <dl className="hands-figures">
          {handLines(ballot).map(({ id, label }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd>
                {handMarks(ballot)
                  .map((mark) =>
                    t('acts.hands.figure', { mark: textOr(`organising:acts.hands.mark.${mark}`, mark), figure: saved[id]?.[mark] ?? 0 }),
                  )
                  .join(common('listSeparator'))}
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p aria-live="polite">{t('acts.hands.waiting', { names })}</p>
      )}
      {mayTell && (
        <LinkButton to={`/ballots/${ballot.id}/hands`} type={ballot.hands ? 'default' : 'primary'}>
          {t(ballot.hands ? 'acts.hands.correct' : 'acts.hands.enter')}
        </LinkButton>
      )}
    </div>
  );
}
