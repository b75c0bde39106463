import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { BallotView } from '../../api/shapes.js';
import { BALLOT_CHANGES, useBallot } from '../../shared/ballot/ballot-queries.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { Page } from '../../shared/page/Page.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import type { KeptText } from '../../shared/kept-text/kept-text.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { useRefusedFields } from '../../shared/forms/use-refused-fields.js';
import { CandidatesField } from './CandidatesField.js';
import { DraftForm } from './DraftForm.js';
import { type Preset, reviseBallot, type Revision, usePresets } from './draft/drafting-requests.js';
import { listedOn, revisedChoices, revisionOf } from './draft/drafting.js';
import { type Fields, fieldsOf, ballotInputOf } from './draft/fields.js';
import { REFUSAL_FIELDS } from './draft/refused-fields.js';
import { ProfilesForm } from './profiles/ProfilesForm.js';

/** Changes what is drafted: all of it while the rules are a draft, then who stands, until the voting opens. */
export function RevisePage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('drafting');
  const ballot = useBallot(id);
  const presets = usePresets();
  return (
    <Page title={t('revise.title')} intro={ballot.data?.title} back={`/ballots/${id}/desk`}>
      <QueryView query={ballot} lines={8}>
        {(data) =>
          data.allowedActions.includes('revise') ? (
            <QueryView query={presets}>{(items) => <Revising ballot={data} presets={items} />}</QueryView>
          ) : (
            <EmptyState text={t('revise.notNow')} hint={t('revise.notNowHint')} />
          )
        }
      </QueryView>
    </Page>
  );
}

function Revising({ ballot, presets }: { readonly ballot: BallotView; readonly presets: readonly Preset[] }) {
  const { t } = useTranslation('drafting');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<Fields>();
  const kept = useKeptText({ form: `ballot-${ballot.state}`, about: ballot.id, basis: ballot.version });
  const outdated = useOutdated(ballot, { changes: BALLOT_CHANGES, kept });
  const atField = useRefusedFields(form, REFUSAL_FIELDS);
  const fields = fieldsOf(ballot, common('listSeparator'));
  const revise = useVersionedAction(outdated, (version, revision: Revision) => reviseBallot(ballot.id, { ...revision, version }), {
    done: t('revise.done'),
    onDone: () => {
      kept.forget();
      void navigate(`/ballots/${ballot.id}/desk`, { replace: true });
    },
    onRefused: atField,
  });
  return (
    <>
      <ConflictNotice
        of={outdated}
        lines={(now) => [
          [t('revise.titleNow'), now.title],
          [
            t('revise.listedNow'),
            listedOn(now)
              .map(({ label }) => label)
              .join(common('listSeparator')),
          ],
        ]}
      />
      {ballot.state === 'RULES_DRAFT' ? (
        <DraftForm
          form={form}
          initial={fields}
          presets={presets}
          sessions={null}
          action={t('revise.action')}
          isBusy={revise.isPending}
          kept={kept}
          onFinish={(given) => revise.mutate(revisionOf(ballotInputOf(given, null), ballot))}
        />
      ) : (
        <Candidates
          form={form}
          fields={fields}
          isBusy={revise.isPending}
          kept={kept}
          onFinish={(entries) => revise.mutate(revisedChoices({ kind: ballot.kind, entries }, ballot))}
        />
      )}
      {ballot.allowedActions.includes('describe') && (
        <ProfilesForm
          key={listedOn(ballot)
            .map(({ id }) => id)
            .join()}
          ballot={ballot}
          outdated={outdated}
        />
      )}
    </>
  );
}

interface CandidatesProps {
  readonly form: ReturnType<typeof Form.useForm<Fields>>[0];
  readonly fields: Fields;
  readonly isBusy: boolean;
  readonly kept: KeptText;
  readonly onFinish: (entries: NonNullable<Fields['candidates']>) => void;
}

/** Under adopted rules only who stands may change. */
function Candidates({ form, fields, isBusy, kept, onFinish }: CandidatesProps) {
  const { t } = useTranslation('drafting');
  const { t: organising } = useTranslation('organising');
  return (
    <Section title={organising('new.candidates')}>
      <p className="quiet">{t('revise.adopted')}</p>
      <Form<Fields> form={form} layout="vertical" initialValues={fields} onFinish={({ candidates = [] }) => onFinish(candidates)}>
        <Form.Item name="candidates" label={organising('new.candidates')}>
          <CandidatesField label={organising('new.candidates')} />
        </Form.Item>
        <KeptNote kept={kept} />
        <Button type="primary" size="large" htmlType="submit" loading={isBusy}>
          {t('revise.action')}
        </Button>
      </Form>
    </Section>
  );
}
