import { PrinterOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, InputNumber, Popconfirm, Progress } from 'antd';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../api/problem.js';
import type { BallotView } from '../../api/shapes.js';
import { BALLOT_CHANGES } from '../../shared/ballot/ballot-queries.js';
import { DEVICE } from '../../shared/sealed/paper-queries.js';
import type { AnswerOf } from '../../shared/sealed/sealing-tasks.js';
import { useDeviceStep } from '../../shared/sealed/use-device-step.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { prepareSlips, voidSlips } from './issuing-requests.js';
import { SlipSheet } from './SlipSheet.js';

const BATCH_MAX = 500; // As many as the service takes at once.
const FIRST_BATCH = 20;

type Slips = AnswerOf<'make-slips'>;

interface SlipPrintingProps {
  readonly ballot: BallotView;
  readonly electionId: string;
  readonly lastSerial: number;
}

/** Makes slips on this device, tells the service of their public halves, and prints them once. Secrecy: no code is shown, sent or kept. */
export function SlipPrinting({ ballot, electionId, lastSerial }: SlipPrintingProps) {
  const { t } = useTranslation('issuing');
  const client = useQueryClient();
  const { isBusy, problem, take } = useDeviceStep();
  const [count, setCount] = useState<number | null>(FIRST_BATCH);
  const [done, setDone] = useState(0);
  const [sheet, setSheet] = useState<Slips>([]);
  const [printed, setPrinted] = useState<readonly number[]>([]);
  const made = useRef<Slips | null>(null);
  const spoil = useAction((serials: readonly number[]) => voidSlips(ballot.id, serials), {
    done: t('print.spoilt'),
    changes: BALLOT_CHANGES,
    onDone: () => setPrinted([]),
  });
  const print = (wanted: number) =>
    take(async () => {
      // What the service may have taken before the network failed is offered again, not made anew.
      made.current ??= await DEVICE.runTask(
        'make-slips',
        { electionId, serials: Array.from({ length: wanted }, (_, nth) => lastSerial + 1 + nth) },
        setDone,
      );
      const slips = made.current;
      await prepareSlips(
        ballot.id,
        slips.map(({ serial, publicCredential }) => ({ serial, publicCredential })),
      ).catch((error: unknown) => {
        if (error instanceof ProblemError) made.current = null;
        throw error;
      });
      made.current = null;
      setPrinted(slips.map(({ serial }) => serial));
      await onPaper(() => setSheet(slips));
      setSheet([]);
    }).finally(() => {
      setDone(0);
      void client.invalidateQueries({ queryKey: ['ballot', ballot.id] });
    });
  const [first, last] = [printed[0], printed[printed.length - 1]];
  return (
    <Section title={t('print.title')}>
      <p className="quiet">{t('print.intro')}</p>
      {problem !== null && <Alert className="section" type="error" showIcon title={problem} />}
      {first !== undefined ? (
        <Alert
          type="success"
          title={t('print.done', { first, last })}
          description={
            <>
              <p>{t('print.doneHint')}</p>
              <div className="claimant-acts">
                <Button onClick={() => setPrinted([])}>{t('print.more')}</Button>
                <Popconfirm title={t('print.spoilConfirm', { first, last })} onConfirm={() => spoil.mutate(printed)}>
                  <Button danger loading={spoil.isPending}>
                    {t('print.spoil')}
                  </Button>
                </Popconfirm>
              </div>
            </>
          }
        />
      ) : (
        <Form layout="vertical">
          <Form.Item label={t('print.count')} htmlFor="slips-count" extra={t('print.countHint')}>
            <InputNumber id="slips-count" min={1} max={BATCH_MAX} precision={0} value={count} onChange={setCount} />
          </Form.Item>
          {isBusy && count !== null && <Progress percent={Math.floor((100 * done) / count)} />}
          <Button
            type="primary"
            icon={<PrinterOutlined />}
            disabled={count === null}
            loading={isBusy}
            onClick={() => count !== null && void print(count)}
          >
            {t('print.action')}
          </Button>
        </Form>
      )}
      <SlipSheet ballot={ballot} slips={sheet} />
    </Section>
  );
}

/** Shows a sheet to the printer alone, and waits until the printer has it or somebody thought better of it. */
async function onPaper(show: () => void): Promise<void> {
  const over = new Promise<void>((resolve) => window.addEventListener('afterprint', () => resolve(), { once: true }));
  flushSync(show);
  window.print();
  await over;
}
