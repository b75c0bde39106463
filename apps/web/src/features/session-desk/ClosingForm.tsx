import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '../../api/shapes.js';
import { useAttendance } from '../../shared/congress/attendance.js';
import { useBallots } from '../../shared/ballot/ballot-queries.js';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { Section } from '../../shared/page/Section.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { closeSession, SESSION_CHANGES } from './session-requests.js';
import { MattersList } from './MattersList.js';
import { MATTERS, openMattersOf } from './open-matters.js';

/** Closes the session for good; what it would leave behind stands above the button, and is read again before it is meant. */
export function ClosingForm({ session }: { readonly session: SessionView }) {
  const { id, title } = session;
  const { t } = useTranslation('sessionDesk');
  const [isAsking, setAsking] = useState(false);
  const ballots = useBallots();
  const outdated = useOutdated(session, { changes: SESSION_CHANGES });
  const close = useVersionedAction(outdated, (version) => closeSession(id, version), {
    done: t('close.done'),
    onDone: () => setAsking(false),
    onFailed: () => setAsking(false),
  });
  const ask = () => {
    outdated.rebase();
    setAsking(true);
  };
  const matters = openMattersOf(ballots.data ?? [], id);
  const left = MATTERS.reduce((sum, matter) => sum + matters[matter].length, 0);
  const label = left === 0 ? t('close.action') : t('close.actionAnyway', { count: left });
  const content = (
    <>
      <QuorumLine sessionId={id} />
      {left === 0 ? <p>{t('close.nothingLeft')}</p> : <MattersList matters={matters} />}
    </>
  );
  return (
    <Section title={t('close.title')}>
      {content}
      <ConflictNotice of={outdated} />
      <Button danger={left > 0} loading={close.isPending} disabled={!ballots.data} onClick={ask}>
        {t('close.ask')}
      </Button>
      <Modal
        title={t('close.confirm', { title })}
        open={isAsking}
        destroyOnHidden
        okText={label}
        okButtonProps={{ danger: true, loading: close.isPending }}
        onOk={() => close.mutate()}
        onCancel={() => setAsking(false)}
      >
        {content}
        <p>{t('close.once')}</p>
      </Modal>
    </Section>
  );
}

/** How many are there, how many must be, and whether they are. */
function QuorumLine({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('sessionDesk');
  const attendance = useAttendance(sessionId);
  if (!attendance.data) return null;
  const { entitled, present, needed, quorate } = attendance.data;
  return (
    <p className={quorate ? 'session-desk-met' : 'session-desk-unmet'} aria-live="polite">
      {t('quorum.figures', { entitled, present, needed })} {quorate ? t('quorum.met') : t('quorum.missing', { count: needed - present })}
    </p>
  );
}
