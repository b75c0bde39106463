import { unzipSync } from 'fflate';
import { type BallotHouse, Meeting, type Person, ballotHouse } from '../testing/ballot-house.js';
import { BallotSteps } from '../testing/ballot-steps.js';
import { textOfPdf } from './testing/pdf-text.js';

const FILES = ['tally-sheet.docx', 'tally-sheet.pdf', 'result-notice.docx', 'result-notice.pdf'] as const;

describe('the documents of a ballot', () => {
  const theHouse = ballotHouse();
  let house: BallotHouse;
  beforeAll(() => {
    house = theHouse();
  });

  it('are for organisers and officers once both chiefs signed, and for everybody once the result is declared', async () => {
    const meeting = await Meeting.of(house);
    const stranger = await Meeting.of(house);
    const {
      organiser,
      tellers: [teller],
      scrutineers: [scrutineer],
      delegates: [delegate],
    } = meeting;
    const plan = await (await BallotSteps.draft(house, meeting, 'resolution')).tallied();
    expect(await plan.get(teller, '/tally-sheet.pdf')).toMatchObject({ status: 409, body: { type: 'ballot.signatures-missing' } });
    for (const officer of [teller, scrutineer]) await plan.accepted(officer, 'signatures', {});
    for (const file of FILES) {
      expect((await house.download(`/ballots/${plan.id}/${file}`, organiser)).status).toBe(200);
      expect(await plan.get(delegate ?? null, `/${file}`)).toMatchObject({ status: 403, body: { type: 'ballot.not-published' } });
      expect((await plan.get(null, `/${file}`)).status).toBe(401);
    }
    await plan.accepted(organiser, 'declaration');
    for (const file of FILES) {
      expect((await house.download(`/ballots/${plan.id}/${file}`, delegate as Person)).status).toBe(200);
      expect(await plan.get(stranger.organiser, `/${file}`)).toMatchObject({ status: 404 });
    }
  });

  it('bear their type, a name in Chinese, the figures and the fingerprint that was signed', async () => {
    const meeting = await Meeting.of(house);
    const plan = await (await BallotSteps.draft(house, meeting, 'resolution')).signed();
    const { digest } = (await plan.get(meeting.organiser, '/result')).body as { digest: string };
    const pdf = await house.download(`/ballots/${plan.id}/tally-sheet.pdf`, meeting.organiser);
    expect(pdf.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="tally-sheet.pdf"; filename*=UTF-8''${encodeURIComponent('计票结果报告单-A vote.pdf')}`,
    });
    const text = textOfPdf(pdf.body as Buffer).replace(/\s/g, '');
    for (const words of ['Aschool第七届教职工代表大会第二次会议', 'Theplan', '通过：赞成票超过应到人数的1/2，须4票', digest])
      expect(text).toContain(words);
    const docx = await house.download(`/ballots/${plan.id}/result-notice.docx`, meeting.organiser);
    expect(docx.headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    expect(Buffer.from(unzipSync(docx.body as Buffer)['word/footer1.xml'] ?? []).toString('utf8')).toContain(digest);
  });
});
