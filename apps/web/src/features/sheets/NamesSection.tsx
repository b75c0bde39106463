import { Button, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../api/shapes.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useMe } from '../../shared/congress/use-me.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import { confirmName, matchName, type NameMeaning, useWrittenNames, type WrittenNames } from './sheet-requests.js';

type Written = WrittenNames['items'][number];
type Meaning = Pick<NameMeaning, 'memberId' | 'candidateId' | 'canonical'>;

/** Names written in (另选他人): one officer says whom a name means, another confirms it. */
export function NamesSection({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('sheets');
  const names = useWrittenNames(ballot.id);
  if (!names.data || names.data.items.length === 0) return null;
  return (
    <Section title={t('names.title')}>
      <p className="quiet">{t('names.intro')}</p>
      <ul className="rows">
        {names.data.items.map((written) => (
          <NameRow key={written.name} ballotId={ballot.id} written={written} />
        ))}
      </ul>
    </Section>
  );
}

function NameRow({ ballotId, written }: { readonly ballotId: string; readonly written: Written }) {
  const { t } = useTranslation('sheets');
  const me = useMe();
  const nameOf = useNameOf();
  const { name, papers, match, open, suggestions } = written;
  const [isEligible, setEligible] = useState(match?.eligible ?? true);
  const changes = [['ballot', ballotId]] as const;
  const propose = useAction((meaning: Meaning) => matchName(ballotId, { name, eligible: isEligible, ...meaning }), {
    done: t('names.proposed'),
    changes,
  });
  const confirm = useAction(
    (stated: NonNullable<Written['match']>) => confirmName(ballotId, { name, eligible: stated.eligible, ...meaningOf(stated) }),
    { done: t('names.confirmed'), changes },
  );
  const mayConfirm = match !== null && match.confirmedBy === null && match.proposedBy.id !== me.data?.member.id;
  return (
    <li className="difference">
      <div className="row-facts">
        <strong>{name}</strong>
        <span className="quiet">{t('names.papers', { count: papers })}</span>
        {open ? <StatusTag tone="waiting">{t('names.open')}</StatusTag> : <StatusTag tone="good">{t('names.settled')}</StatusTag>}
      </div>
      {match && (
        <p>
          {t(match.eligible ? 'names.meansEligible' : 'names.meansIneligible', { label: match.label, by: nameOf(match.proposedBy) })}
          {match.confirmedBy && ` ${t('names.confirmedBy', { name: nameOf(match.confirmedBy) })}`}
        </p>
      )}
      <div className="names-acts">
        {mayConfirm && (
          <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate(match)}>
            {t('names.confirm')}
          </Button>
        )}
        {match?.confirmedBy == null && (
          <>
            <label className="names-eligible">
              <Switch size="small" checked={isEligible} onChange={setEligible} /> {t('names.eligible')}
            </label>
            {suggestions.map(({ memberId, candidateId, label, from }) => (
              <Button
                key={`${from}-${memberId ?? candidateId ?? label}`}
                loading={propose.isPending}
                onClick={() => propose.mutate(memberId ? { memberId } : candidateId ? { candidateId } : { canonical: label })}
              >
                {t(`names.from.${from}`, { label })}
              </Button>
            ))}
            <Button loading={propose.isPending} onClick={() => propose.mutate({ canonical: name })}>
              {t('names.asWritten')}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

/** What a match said: a member, a candidate, or one name for several spellings. */
const meaningOf = ({ memberId, candidateId, label }: NonNullable<Written['match']>): Meaning =>
  memberId !== null ? { memberId } : candidateId !== null ? { candidateId } : { canonical: label };
