import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonButton } from '../../shared/forms/ReasonButton.js';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { StatusTag, type Tone } from '../../shared/page/StatusTag.js';
import { formatDate } from '../../shared/text/formats.js';
import { SettleForm } from './SettleForm.js';
import { useDutyText } from './use-duty-text.js';
import { type DutiesView, type DutyStanding, type DutyView, waiveDuty, YEAR_CHANGES } from './year-requests.js';

const TONES: Readonly<Record<DutyStanding, Tone>> = { DUE: 'waiting', MISSED: 'bad', SETTLED: 'good', LATE: 'running', WAIVED: 'quiet' };

interface DutyRowProps {
  readonly duty: DutyView;
  readonly today: string;
  readonly resolutions: DutiesView['resolutions'];
  /** A reminder led here to this one. */
  readonly isAsked: boolean;
}

/** One duty: its day, who owes it, how it stands; and what may be done about it. */
export function DutyRow({ duty, today, resolutions, isAsked }: DutyRowProps) {
  const { t, i18n } = useTranslation('year');
  const { title, responsible } = useDutyText();
  const may = (action: DutyView['allowedActions'][number]) => duty.allowedActions.includes(action);
  const [isSettling, setSettling] = useState(isAsked && may('settle'));
  const outdated = useOutdated(duty, { changes: YEAR_CHANGES });
  const waive = useVersionedAction<unknown, string>(outdated, (version, reason) => waiveDuty(duty.id, reason, version), {
    done: t('waive.done'),
  });
  const day = (date: string) => formatDate(date, i18n.language);
  return (
    <li className="year-row">
      <div className="year-head">
        <strong>{title(duty)}</strong>
        <StatusTag tone={TONES[duty.standing]}>{t(`standing.${duty.standing}`)}</StatusTag>
      </div>
      <div className="quiet">{t('dueBy', { day: day(duty.dueOn), who: responsible(duty.responsible) })}</div>
      <Outcome duty={duty} />
      <ConflictNotice of={outdated} />
      {duty.allowedActions.length > 0 && !isSettling && (
        <div className="toolbar">
          {may('settle') && <Button onClick={() => setSettling(true)}>{t('settle.open')}</Button>}
          {may('waive') && (
            <ReasonButton
              label={t('waive.action')}
              title={t('waive.title', { title: title(duty) })}
              reasonLabel={t('waive.reason')}
              isBusy={waive.isPending}
              onOpen={() => outdated.rebase()}
              onConfirm={(reason) => waive.mutate(reason)}
            />
          )}
        </div>
      )}
      {isSettling && may('settle') && <SettleForm duty={duty} today={today} resolutions={resolutions} onClose={() => setSettling(false)} />}
    </li>
  );
}

function Outcome({ duty: { evidence, waivedFor, closedBy, closedOn } }: { readonly duty: DutyView }) {
  const { t, i18n } = useTranslation('year');
  const noted = { name: closedBy?.name ?? '', on: closedOn === null ? '' : formatDate(closedOn, i18n.language) };
  if (waivedFor !== null) return <p>{t('waive.shown', { reason: waivedFor, ...noted })}</p>;
  if (evidence === null) return null;
  const refers = [evidence.session?.name, evidence.ballot?.name].filter(Boolean).join(' · ');
  return (
    <>
      <p className="year-evidence">{t('settle.shown', { text: evidence.text, on: formatDate(evidence.on, i18n.language) })}</p>
      <p className="quiet small">
        {refers !== '' && `${refers} · `}
        {t('settle.noted', noted)}
      </p>
    </>
  );
}
