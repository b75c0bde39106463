import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../api/shapes.js';
import { BALLOT_CHANGES } from '../../shared/ballot-queries.js';
import { useAction } from '../../shared/use-action.js';
import { issuePaper, takeBackPaper } from './ballot-acts.js';
import { type Named, PeopleField } from '../../shared/PeopleField.js';

const NOBODY: ReadonlySet<string> = new Set();

/** Hands papers to people, one by one, and takes them back before the opening. That somebody has one is all that is kept. */
export function IssuingAct({ ballot: { id, allowedActions } }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('desk');
  const [people, setPeople] = useState<readonly Named[]>([]);
  const onDone = () => setPeople([]);
  const each = async (act: typeof issuePaper) => {
    for (const person of people) await act(id, person.id);
  };
  const issue = useAction(() => each(issuePaper), { done: t('acts.issue.done'), changes: BALLOT_CHANGES, onDone });
  const takeBack = useAction(() => each(takeBackPaper), { done: t('acts.issue.taken'), changes: BALLOT_CHANGES, onDone });
  if (!allowedActions.includes('issue-paper')) return null;
  return (
    <Form className="act" layout="vertical">
      <p>{t('acts.issue.intro')}</p>
      <Form.Item label={t('acts.issue.people')} htmlFor="issue-to">
        <PeopleField id="issue-to" label={t('acts.issue.people')} value={people} onChange={setPeople} without={NOBODY} />
      </Form.Item>
      <Button type="primary" disabled={people.length === 0} loading={issue.isPending} onClick={() => issue.mutate()}>
        {t('acts.issue.action')}
      </Button>
      {allowedActions.includes('take-back-paper') && (
        <Button disabled={people.length === 0} loading={takeBack.isPending} onClick={() => takeBack.mutate()}>
          {t('acts.issue.takeBack')}
        </Button>
      )}
    </Form>
  );
}
