import { useQuery } from '@tanstack/react-query';
import { Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../../api/shapes.js';
import { QueryView } from '../../../shared/page/QueryView.js';
import { formatInstant } from '../../../shared/text/formats.js';
import { useNameOf } from '../../../shared/text/use-name-of.js';
import { SideBySide } from './SideBySide.js';
import { textQuery, textsQuery } from './texts.js';

const PARTS = ['subject', 'grounds', 'measures'] as const;

/** Says which text stands, and for whom it is open shows what stood before, any two of them beside each other. */
export function EarlierTexts({ proposal }: { readonly proposal: Pick<ProposalView, 'id' | 'text'> }) {
  const { t, i18n } = useTranslation('signing');
  const nameOf = useNameOf();
  const [isOpen, setOpen] = useState(false);
  const { number, by, at, isComparable } = proposal.text;
  if (number === 1) return null;
  return (
    <div className="quiet">
      {t('texts.present', { number, name: nameOf(by), at: formatInstant(at, i18n.language) })}
      {isComparable && (
        <Button type="link" size="small" onClick={() => setOpen(true)}>
          {t('texts.compare')}
        </Button>
      )}
      {isOpen && <Comparison proposal={proposal} onClose={() => setOpen(false)} />}
    </div>
  );
}

function Comparison({ proposal, onClose }: { readonly proposal: Pick<ProposalView, 'id' | 'text'>; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('signing');
  const nameOf = useNameOf();
  const { id, text } = proposal;
  const [chosen, choose] = useState({ left: text.number - 1, right: text.number });
  const texts = useQuery(textsQuery(id));
  const [left, right] = [useQuery(textQuery(id, chosen.left)), useQuery(textQuery(id, chosen.right))];
  const both = {
    ...left,
    data: left.data && right.data ? { left: left.data, right: right.data } : undefined,
    error: left.error ?? right.error,
  };
  const options = (texts.data ?? []).map(({ number, by, at }) => ({
    value: number,
    label: t('texts.option', { number, name: nameOf(by), at: formatInstant(at, i18n.language) }),
  }));
  return (
    <Modal open width="min(960px, 96vw)" title={t('texts.title')} onCancel={onClose} footer={null}>
      <p className="quiet">{t('texts.intro')}</p>
      <div className="versions text-choices">
        {(['left', 'right'] as const).map((side) => (
          <Select
            key={side}
            aria-label={t(`texts.${side}`)}
            value={chosen[side]}
            options={options}
            onChange={(number: number) => choose({ ...chosen, [side]: number })}
          />
        ))}
      </div>
      <QueryView query={both} lines={8}>
        {(data) => (
          <SideBySide
            parts={PARTS}
            left={{ title: t('texts.number', { number: chosen.left }), text: data.left }}
            right={{ title: t('texts.number', { number: chosen.right }), text: data.right }}
          />
        )}
      </QueryView>
    </Modal>
  );
}
