import { Button, Progress } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalView, SignatureView } from '../../api/shapes.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { MemberSelect } from '../../shared/congress/MemberSelect.js';
import { PROPOSAL_CHANGES } from '../../shared/proposal/queries.js';
import { Section } from '../../shared/page/Section.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import { useAction } from '../../shared/forms/use-action.js';
import { cancelInvitation, inviteSeconders } from './filing.js';
import './proposals.css';

const TONES = { INVITED: 'waiting', SIGNED: 'good', DECLINED: 'quiet' } as const;
const PERCENT = 100;

/** Who has seconded, who is asked, how many are still needed; the proposer invites more. */
export function Seconders({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('proposals');
  const { signatures, allowedActions } = proposal;
  const support = proposal.delegation?.support;
  const needed = support?.needed ?? proposal.call.minSeconders;
  const signed = support?.signed ?? signatures.filter(({ state }) => state === 'SIGNED').length;
  const isCollecting = allowedActions.includes('invite') || allowedActions.includes('submit');
  const isEnough = signed >= needed;
  return (
    <Section title={t('seconders.title')}>
      {isCollecting && (
        <>
          <p>{isEnough ? t('seconders.enough', { signed, needed }) : t('seconders.progress', { signed, needed })}</p>
          <Progress
            percent={needed === 0 ? PERCENT : Math.min(PERCENT, (signed / needed) * PERCENT)}
            showInfo={false}
            aria-label={t('seconders.title')}
          />
        </>
      )}
      {signatures.length === 0 ? (
        <p className="quiet">{t('seconders.none')}</p>
      ) : (
        <ul className="rows">
          {signatures.map((signature) => (
            <SignatureRow key={signature.member.id} proposal={proposal} signature={signature} />
          ))}
        </ul>
      )}
      {allowedActions.includes('invite') && <Inviting proposal={proposal} />}
    </Section>
  );
}

function SignatureRow({ proposal, signature }: { readonly proposal: ProposalView; readonly signature: SignatureView }) {
  const { t } = useTranslation('proposals');
  const nameOf = useNameOf();
  const { t: signing } = useTranslation('signing');
  const { member, state, toConfirm, signedText, onPaper } = signature;
  const cancel = useAction(() => cancelInvitation(proposal.id, member.id), { done: t('seconders.cancelled'), changes: PROPOSAL_CHANGES });
  return (
    <li className="signature">
      <span>{nameOf(member)}</span>
      <StatusTag tone={TONES[state]}>{toConfirm ? t('seconders.toConfirm') : t(`seconders.state.${state}`)}</StatusTag>
      {onPaper && <span className="quiet small">{t('paper.signature')}</span>}
      {signedText !== null && proposal.text.number > 1 && (
        <span className="quiet small">{signing('signedText', { number: signedText })}</span>
      )}
      {state === 'INVITED' && proposal.allowedActions.includes('cancel-invitation') && (
        <Button
          type="link"
          size="small"
          loading={cancel.isPending}
          title={t('seconders.cancelName', { name: nameOf(member) })}
          onClick={() => cancel.mutate()}
        >
          {t('seconders.cancel')}
        </Button>
      )}
    </li>
  );
}

function Inviting({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('proposals');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const place = useRef<HTMLDivElement>(null);
  const invite = useAction(() => inviteSeconders(proposal.id, chosen), {
    done: t('seconders.invited'),
    changes: PROPOSAL_CHANGES,
    onTaken: () => {
      setChosen([]);
      // The button has nothing to send any more and gives up the focus: it goes to where the next is looked for.
      place.current?.querySelector('input')?.focus();
    },
  });
  const asked = proposal.signatures.filter(({ state }) => state !== 'DECLINED').map(({ member }) => member.id);
  return (
    <div className="inviting" ref={place}>
      <MemberSelect
        label={t('seconders.invite')}
        placeholder={t('seconders.invitePlaceholder')}
        value={chosen}
        onChange={setChosen}
        without={new Set([...asked, proposal.leadProposer.id])}
      />
      <Button type="primary" ghost disabled={chosen.length === 0} loading={invite.isPending} onClick={() => invite.mutate()}>
        {t('seconders.invite')}
      </Button>
    </div>
  );
}
