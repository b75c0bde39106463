import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ReasonButton } from '../forms/ReasonButton.js';
import { useAction } from '../forms/use-action.js';
import { Section } from '../page/Section.js';
import { formatDay } from '../text/formats.js';
import {
  answerConsent,
  PUBLICATION_CHANGES,
  type PublicationView,
  publishMatter,
  takeOutMatter,
  usePublication,
  withholdFields,
  type WithheldField,
} from './publication-queries.js';
import { WithheldFields } from './WithheldFields.js';

interface PublicationProps {
  readonly id: string;
  readonly publication: PublicationView;
}

interface Fields {
  readonly withheld: WithheldField[];
}

interface SectionProps {
  readonly proposalId: string;
  readonly isClosed: boolean;
}

/** Whether a matter is published once it is closed, and what the reader can do about it; nothing while it can be neither. */
export function PublicationSection({ proposalId, isClosed }: SectionProps) {
  const { t } = useTranslation('publication');
  const { data: publication } = usePublication(proposalId);
  if (!publication || (publication.version === 0 && publication.allowedActions.length === 0)) return null;
  const { allowedActions: allowed, version } = publication;
  const props = { id: proposalId, publication };
  return (
    <Section title={t('title')}>
      {isClosed && <Standing {...props} />}
      {allowed.includes('answer') && <Consenting key={`answer-${version}`} {...props} />}
      {allowed.includes('publish') && <Publishing key={`publish-${version}`} {...props} />}
      {allowed.includes('withhold') && <Withholding key={`withhold-${version}`} {...props} isClosed={isClosed} />}
      {allowed.includes('take-out') && <TakingOut {...props} />}
    </Section>
  );
}

/** Where it stands, and what is kept back. */
function Standing({ id, publication: { state, withheld, reason, publishedAt } }: PublicationProps) {
  const { t, i18n } = useTranslation('publication');
  const { t: common } = useTranslation();
  const kept = withheld.map((field) => t(`fields.${field}`)).join(common('listSeparator'));
  return (
    <>
      <p>{t(`state.${state}`, { date: publishedAt ? formatDay(publishedAt, i18n.language) : '' })}</p>
      {state === 'PUBLISHED' && (
        <p>
          <Link to={`/published/${id}`}>{t('read')}</Link>
        </p>
      )}
      {reason && <p className="quiet">{t('because', { reason })}</p>}
      {kept && <p className="quiet small">{t('keptBack', { fields: kept })}</p>}
    </>
  );
}

/** The committee publishes, or asks first. */
function Publishing({ id, publication: { version, withheld, rule } }: PublicationProps) {
  const { t } = useTranslation('publication');
  const publish = useAction((fields: Fields) => publishMatter(id, { ...fields, version }), {
    done: t(`publish.done_${rule}`),
    changes: PUBLICATION_CHANGES,
  });
  return (
    <Form<Fields> layout="vertical" initialValues={{ withheld }} onFinish={(fields) => publish.mutate(fields)}>
      <p className="quiet">{t(`publish.hint_${rule}`)}</p>
      <WithheldFields fixed={withheld} />
      <Button htmlType="submit" loading={publish.isPending}>
        {t(`publish.submit_${rule}`)}
      </Button>
    </Form>
  );
}

/** The proposer consents, and may have more kept back, or refuses. */
function Consenting({ id, publication: { version, withheld, state } }: PublicationProps) {
  const { t } = useTranslation('publication');
  const [form] = Form.useForm<Fields>();
  const answer = useAction(
    (said: { readonly consents: boolean; readonly withheld?: WithheldField[]; readonly reason?: string }) =>
      answerConsent(id, { ...said, version }),
    { done: t('answer.done'), changes: PUBLICATION_CHANGES },
  );
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={{ withheld }}
      onFinish={(fields) => answer.mutate({ consents: true, ...fields })}
    >
      <p className="quiet">{t('answer.hint')}</p>
      <WithheldFields fixed={withheld} />
      <div className="toolbar">
        <Button type="primary" htmlType="submit" loading={answer.isPending}>
          {t('answer.consent')}
        </Button>
        {state === 'ASKED' && (
          <ReasonButton
            label={t('answer.refuse')}
            title={t('answer.refuseTitle')}
            reasonLabel={t('reason')}
            isBusy={answer.isPending}
            onConfirm={(reason) => answer.mutate({ consents: false, reason })}
          />
        )}
      </div>
    </Form>
  );
}

/** The proposer has fields kept back. */
function Withholding({ id, publication: { version, withheld, state, rule }, isClosed }: PublicationProps & { readonly isClosed: boolean }) {
  const { t } = useTranslation('publication');
  const hint = state === 'PUBLISHED' ? ('hintPublished' as const) : isClosed ? ('hint' as const) : (`hintBefore_${rule}` as const);
  const withhold = useAction((fields: Fields) => withholdFields(id, { ...fields, version }), {
    done: t('withhold.done'),
    changes: PUBLICATION_CHANGES,
  });
  return (
    <Form<Fields> layout="vertical" initialValues={{ withheld }} onFinish={(fields) => withhold.mutate(fields)}>
      <p className="quiet">{t(`withhold.${hint}`)}</p>
      <WithheldFields fixed={withheld} isNeeded />
      <Button htmlType="submit" loading={withhold.isPending}>
        {t('withhold.submit')}
      </Button>
    </Form>
  );
}

function TakingOut({ id, publication: { version } }: PublicationProps) {
  const { t } = useTranslation('publication');
  const takeOut = useAction((reason: string) => takeOutMatter(id, { reason, version }), {
    done: t('takeOut.done'),
    changes: PUBLICATION_CHANGES,
  });
  return (
    <ReasonButton
      label={t('takeOut.submit')}
      title={t('takeOut.title')}
      reasonLabel={t('reason')}
      isBusy={takeOut.isPending}
      onConfirm={(reason) => takeOut.mutate(reason)}
    />
  );
}
