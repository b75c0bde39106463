import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '../../api/shapes.js';
import { useBallots } from '../../shared/ballot-queries.js';
import { NowReads } from '../../shared/NowReads.js';
import { Section } from '../../shared/Section.js';
import { useAction } from '../../shared/use-action.js';
import { useOutdated } from '../../shared/use-outdated.js';
import { closeSession, SESSION_CHANGES } from './day-doors.js';
import { MattersList } from './MattersList.js';
import { MATTERS, openMattersOf } from './open-matters.js';
import { QuorumLine } from './QuorumLine.js';

/** Closes the session for good; what it would leave behind stands above the button, and is read again before it is meant. */
export function Closing({ session }: { readonly session: SessionView }) {
  const { id, title } = session;
  const { t } = useTranslation('day');
  const [isAsking, setAsking] = useState(false);
  const ballots = useBallots();
  const outdated = useOutdated(session, { changes: SESSION_CHANGES });
  const close = useAction(() => closeSession(id, outdated.version), {
    done: t('close.done'),
    changes: SESSION_CHANGES,
    onDone: () => setAsking(false),
    onRefused: (error) => {
      setAsking(false);
      return outdated.refused(error);
    },
  });
  const ask = () => {
    outdated.taken(session.version);
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
      {outdated.rival && <NowReads />}
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
