import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BallotView, ReadinessView } from '../../../api/shapes.js';
import { BallotFrame } from '../../../shared/ballot/BallotFrame.js';
import { presentable } from '../../../shared/text/formats.js';
import { LinkButton } from '../../../shared/page/LinkButton.js';
import { StatusTag } from '../../../shared/page/StatusTag.js';
import { QueryView } from '../../../shared/page/QueryView.js';
import { Section } from '../../../shared/page/Section.js';
import { useNameOf } from '../../../shared/text/use-name-of.js';
import { refusalKeysOf } from '../../../i18n/message-files.js';
import { useTextOr } from '../../../shared/text/use-text-or.js';
import { readinessOf } from '../acts/organising-requests.js';
import { Rehearsal } from './Rehearsal.js';
import '../organising.css';

const WATCH_MS = 3_000;

/** The go / no-go sheet: every gate of the opening at once, with what is missing and where it is brought about. */
export function ReadinessPage() {
  const { t } = useTranslation('organising');
  return (
    <BallotFrame title={t('readiness.title')} lines={8}>
      {(ballot) => <Sheet ballot={ballot} />}
    </BallotFrame>
  );
}

function Sheet({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('organising');
  const sheet = useQuery({
    queryKey: ['ballot', ballot.id, 'readiness'],
    queryFn: () => readinessOf(ballot.id),
    refetchInterval: WATCH_MS,
  });
  return (
    <QueryView query={sheet} lines={8}>
      {(data) => {
        const missing = data.gates.filter(({ gate, go }) => !go && gate !== 'rehearsal').length;
        return (
          <>
            <Alert
              className="section"
              type={missing === 0 ? 'success' : 'warning'}
              showIcon
              title={missing === 0 ? t('readiness.go') : t('readiness.noGo', { count: missing })}
              description={t('readiness.figures', { voters: data.voters, present: data.present })}
            />
            <Section title={t('readiness.title')}>
              <p className="quiet">{t('readiness.intro')}</p>
              <ul className="rows">
                {data.gates.map((gate) => (
                  <Gate key={gate.gate} ballot={ballot} gate={gate} />
                ))}
              </ul>
            </Section>
            {ballot.allowedActions.includes('rehearse') && <Rehearsal id={ballot.id} readiness={data} />}
          </>
        );
      }}
    </QueryView>
  );
}

type GateView = ReadinessView['gates'][number];

/** Where each gate is seen to. */
function pathOf({ gate }: GateView, { id, nominates }: BallotView): string | null {
  switch (gate) {
    case 'candidates':
      return `/ballots/${id}/${nominates ? 'nomination' : 'revise'}`;
    case 'keys':
      return `/ballots/${id}/scrutiny`;
    case 'papers':
    case 'quorum':
      return `/ballots/${id}/turnout`;
    case 'session':
      return '/';
    case 'rehearsal':
      return null;
    default:
      return `/ballots/${id}/desk`;
  }
}

function Gate({ ballot, gate }: { readonly ballot: BallotView; readonly gate: GateView }) {
  const { t, i18n } = useTranslation('organising');
  const { t: common } = useTranslation();
  const nameOf = useNameOf();
  const textOr = useTextOr();
  const { go, refusal, details } = gate;
  const path = pathOf(gate, ballot);
  const members = (details?.['memberIds'] ?? []) as readonly string[];
  const names = members.map((memberId) => nameOf(ballot.officers?.find(({ member }) => member.id === memberId)?.member ?? { name: null }));
  return (
    <li className="file-row">
      <div className="row-main">
        <div className="row-title">{t(`readiness.gate.${gate.gate}`)}</div>
        {refusal !== null && (
          <div className="quiet small">
            {textOr(refusalKeysOf(refusal), refusal, presentable(details ?? {}, i18n.language))}{' '}
            {names.length > 0 && t('readiness.who', { names: names.join(common('listSeparator')) })}
          </div>
        )}
      </div>
      {!go && path !== null && gate.gate !== 'rehearsal' && <LinkButton to={path}>{t(`readiness.to.${gate.gate}`)}</LinkButton>}
      <StatusTag tone={go ? 'good' : gate.gate === 'rehearsal' ? 'quiet' : 'waiting'}>
        {t(go ? 'readiness.met' : gate.gate === 'rehearsal' ? 'readiness.optional' : 'readiness.unmet')}
      </StatusTag>
    </li>
  );
}
