import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../api/shapes.js';
import { holds, useMe } from '../../../shared/congress/use-me.js';
import { type Participation as Figures, participationOf } from './participation-requests.js';
import { TargetsForm } from './TargetsForm.js';
import { YetToFile } from './YetToFile.js';

interface ParticipationProps {
  readonly call: CallView;
  readonly mayChange: boolean;
}

/**
 * How many have filed, of each delegation, beside what is hoped for: for the committee and the organiser, and of their own delegation for
 * its head. For everybody else there is nothing here.
 */
export function Participation({ call, mayChange }: ParticipationProps) {
  const { t } = useTranslation('calls');
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  const isOrganiser = me.data !== undefined && holds(me.data, 'PROPOSALS_COMMITTEE', 'PRESIDIUM', 'SECRETARIAT');
  const sits = me.data?.mandates.some(({ sessionId }) => sessionId === call.sessionId) ?? false;
  const figures = useQuery({
    queryKey: ['calls', 'participation', call.id],
    queryFn: () => participationOf(call.id),
    enabled: isOrganiser || sits,
    retry: false,
  });
  if (!figures.data) return null;
  const { delegations, withoutDelegation } = figures.data;
  return (
    <section className="participation" aria-label={t('participation.title')}>
      <h3>{t('participation.title')}</h3>
      {delegations.length === 0 && !withoutDelegation && <p className="quiet">{t('participation.nobody')}</p>}
      {delegations.map((one) => (
        <Row key={one.id} name={one.name} figures={one} target={one.target} />
      ))}
      {withoutDelegation && <Row name={t('participation.without')} figures={withoutDelegation} target={null} />}
      <p>
        <Button onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {t(isOpen ? 'participation.hide' : 'participation.show')}
        </Button>
      </p>
      {isOpen && <YetToFile callId={call.id} delegations={delegations} />}
      {mayChange && <TargetsForm key={call.version} call={call} delegations={delegations} />}
    </section>
  );
}

type RowFigures = Pick<Figures['delegations'][number], 'delegates' | 'persons' | 'signers' | 'proposals'>;

function Row({ name, figures, target }: { readonly name: string; readonly figures: RowFigures; readonly target: number | null }) {
  const { t } = useTranslation('calls');
  const { delegates, persons, signers, proposals } = figures;
  return (
    <div className="participation-row">
      <span>{name}</span>
      <strong>
        {target === null ? t('participation.proposals', { count: proposals }) : t('participation.ofTarget', { proposals, target })}
      </strong>
      <span className="quiet small">{t('participation.persons', { persons, signers, delegates })}</span>
    </div>
  );
}
