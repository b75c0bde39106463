import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../../api/shapes.js';
import { PrintSheet } from '../../../shared/page/PrintSheet.js';
import { PrintedForm } from './PrintedForm.js';

/** Prints the form of a proposal (提案表) instead of the page. The sheet is there while it is printed, and not before. */
export function PrintForm({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('proposals');
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    if (!isPrinting) return;
    window.print();
    setPrinting(false);
  }, [isPrinting]);
  return (
    <>
      <Button icon={<PrinterOutlined />} onClick={() => setPrinting(true)}>
        {t('printing.print')}
      </Button>
      {isPrinting && (
        <PrintSheet title={t('printing.title')}>
          <PrintedForm proposal={proposal} />
        </PrintSheet>
      )}
    </>
  );
}
