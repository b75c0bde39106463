import { createHmac, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Visitor } from './browser.js';
import { CAST, type Stage } from './stage.js';
import { becomes, choose, goTo, reads, sees } from './steps.js';

interface Parts {
  readonly stage: Stage;
  readonly gateway: SmsGateway;
  readonly secretary: Visitor;
  readonly proposer: Visitor;
}

const PHONE = { width: 360, height: 740 };
const WIDE = { width: 1440, height: 900 };
const KEY = 'key-of-the-gateway-shown-to-nobody';

/** A gateway of SMS in the house's own network: takes a form, and answers with a code. */
export class SmsGateway {
  readonly taken: URLSearchParams[] = [];
  private server: Server | undefined;

  get origin(): string {
    return `http://127.0.0.1:${(this.server?.address() as AddressInfo).port}`;
  }

  async start(): Promise<this> {
    this.server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (part: string) => (body += part));
      request.on('end', () => {
        const form = new URLSearchParams(body);
        const isKnown = form.get('key') === KEY;
        if (isKnown) this.taken.push(form);
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ status: isKnown ? 'OK' : 'BAD_KEY' }));
      });
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }
}

/** Everybody says how they want to be told, and the secretariat sets the gateway of SMS. */
export function saysHowToBeTold(parts: () => Parts): void {
  describe('by SMS', () => sendsSms(parts));
  describe('as everybody chooses', () => choosesHow(parts));
}

function sendsSms(parts: () => Parts): void {
  it('goes to a number that one gives oneself, and a wrong one is refused at its field', async () => {
    const { secretary } = parts();
    const { page } = secretary;
    await page.goto('/account');
    const own = page.getByRole('region', { name: '手机号' });
    await own.getByRole('textbox', { name: '手机号' }).fill('1380013800');
    await own.getByRole('button', { name: '保存手机号' }).click();
    await reads(secretary, '格式不对。');
    await own.getByRole('textbox', { name: '手机号' }).fill('138 0013 8000');
    await own.getByRole('button', { name: '保存手机号' }).click();
    await reads(secretary, '手机号已保存');
    await becomes(() => own.getByRole('textbox', { name: '手机号' }).inputValue(), '+8613800138000');
    await sees(secretary, '45-account-mobile');
  });

  it('needs a gateway, refused at its fields where it is none, and tried on oneself', () => setsGateway(parts()));

  it('is given a number by the secretariat, too, which no list shows', async () => {
    const { secretary } = parts();
    const { page } = secretary;
    await goTo(secretary, '名册');
    await page.getByRole('searchbox', { name: '姓名或工号' }).fill(CAST.proposer.staffNo);
    await page.getByRole('button', { name: `更正：${CAST.proposer.name}`, exact: true }).click();
    const number = page.getByRole('textbox', { name: '手机号' });
    await becomes(() => number.isEnabled(), true);
    await number.fill('+852 5123 4567');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await reads(secretary, '已更正');
    await becomes(() => page.getByText('5123').count(), 0);
    await page.getByRole('button', { name: `更正：${CAST.proposer.name}`, exact: true }).click();
    await becomes(() => number.inputValue(), '+85251234567');
    await page.getByRole('button', { name: '取消', exact: true }).click();
    await goTo(secretary, '消息');
  });
}

async function setsGateway({ secretary, gateway }: Parts): Promise<void> {
  const card = secretary.page.getByRole('region', { name: '短信网关' });
  const save = () => card.getByRole('button', { name: '保存', exact: true }).click();
  const { page } = secretary;
  await goTo(secretary, '消息');
  await page.getByRole('link', { name: '通知方式' }).click();
  await card.getByText('未设置：不发短信。').waitFor();
  await card.getByRole('button', { name: '设置短信网关' }).click();
  await card.getByLabel('网关地址').fill('http://127.0.0.1:1/send');
  await card.getByText('表单', { exact: true }).click();
  await card.getByLabel('请求头').fill('');
  await card.getByLabel('请求内容').fill('key={secret}&to={mobile}&text={text}');
  await card.getByLabel('密钥', { exact: true }).fill(KEY);
  await card.getByLabel('短信签名').fill('【某某学校】');
  await card.getByLabel('结果码在应答的哪里').fill('status');
  await save();
  await reads(secretary, /地址要以 https:\/\/ 开头/);
  await card.getByLabel('网关地址').fill(`${gateway.origin}/send`);
  await save();
  await reads(secretary, '请至少填一项。');
  for (const [size, name] of [
    [WIDE, '46-sms-form-wide'],
    [PHONE, '46-sms-form-phone'],
  ] as const) {
    await page.setViewportSize(size);
    await sees(secretary, name);
  }
  await page.setViewportSize(WIDE);
  await card.getByLabel('表示已接收的结果码').fill('OK');
  await save();
  await card.getByText('【某某学校】').waitFor();
  await card.getByRole('button', { name: '给我发一条测试短信' }).click();
  await card.getByText('网关已接收，发往 +8613800138000。').waitFor();
  expect(gateway.taken.map((form) => [form.get('to'), form.get('text')])).toContainEqual([
    '13800138000',
    expect.stringMatching(/^【某某学校】这是一条测试短信/),
  ]);
  await sees(secretary, '47-sms-set');
  expect(await page.content()).not.toContain(KEY);
}

function choosesHow(parts: () => Parts): void {
  it('turns a kind off, keeps a night free and has mails gathered, and finds it so again', async () => {
    const { proposer } = parts();
    const { page } = proposer;
    await page.goto('/inbox/preferences');
    const kind = (name: string) => page.getByRole('group', { name });
    await becomes(() => kind('待办事项').getByRole('checkbox', { name: '邮件' }).isDisabled(), true);
    await kind('会议与征集').getByRole('checkbox', { name: '短信' }).check();
    await kind('提案与意见的进展').getByRole('checkbox', { name: '邮件' }).uncheck();
    await page.getByRole('checkbox', { name: '在这个时段内不发送' }).check();
    await page.getByRole('radio', { name: '每天汇总一次' }).check();
    await reads(proposer, '有改动尚未保存');
    await sees(proposer, '48-preferences');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await reads(proposer, '通知设置已保存');
    await page.reload();
    await becomes(() => kind('提案与意见的进展').getByRole('checkbox', { name: '邮件' }).isChecked(), false);
    await becomes(() => kind('会议与征集').getByRole('checkbox', { name: '短信' }).isChecked(), true);
    await becomes(() => page.getByLabel('从', { exact: true }).inputValue(), '22:00');
    await becomes(() => page.getByRole('radio', { name: '每天汇总一次' }).isChecked(), true);
  });

  it('filters the messages by kind and by words, and says where there are none', async () => {
    const { proposer } = parts();
    const { page } = proposer;
    await goTo(proposer, '消息');
    await choose(proposer, '类别', '会议与征集');
    await reads(proposer, /开始征集提案/);
    await choose(proposer, '类别', '公示与结果');
    await becomes(() => page.getByText(/开始征集提案/).count(), 0);
    await choose(proposer, '类别', '全部类别');
    await page.getByRole('searchbox', { name: '案由、编号、姓名、单位' }).fill('没有这样的事情');
    await page.keyboard.press('Enter');
    await reads(proposer, '没有符合条件的消息');
    await sees(proposer, '49-inbox-filtered');
    await page.getByRole('searchbox', { name: '案由、编号、姓名、单位' }).fill('');
    await page.keyboard.press('Enter');
    await becomes(() => page.getByText('没有符合条件的消息').count(), 0); // The oldest are on a page of their own by now.
  });

  it('ends mails of a kind by the link of a mail, with one button and without a sign-in', async () => {
    const { proposer, stage } = parts();
    const { page } = proposer;
    const token = await tokenOf(stage);
    await page.goto('/unsubscribe');
    await reads(proposer, /这个退订链接不完整/);
    await page.goto(`/unsubscribe#${token}`);
    await page.reload(); // The same page with another token is not loaded anew by the browser.
    await page.getByRole('button', { name: '不再接收关于“公示与结果”的邮件' }).waitFor();
    await sees(proposer, '50-unsubscribing');
    await page.getByRole('button', { name: '不再接收关于“公示与结果”的邮件' }).click();
    await reads(proposer, '今后不再发送关于“公示与结果”的邮件。');
    await page.goto('/inbox/preferences');
    await becomes(() => page.getByRole('group', { name: '公示与结果' }).getByRole('checkbox', { name: '邮件' }).isChecked(), false);
  });
}

const RESULTS = 4; // The bit of results and postings in a token.

/** The token that a mail to the proposer about results would have, were the house reached by https. */
async function tokenOf({ house, organisation }: Stage): Promise<string> {
  const client = await organisation.signIn(CAST.proposer.staffNo);
  const { member } = await client.get<{ readonly member: { readonly id: string } }>('/api/congress/me');
  const signingKey = readFileSync(join(house.dataFolder, 'secrets', 'notifier.event-key.pem'), 'utf8').trim();
  const key = Buffer.from(hkdfSync('sha256', signingKey, '', 'plenum unsubscribe', 32));
  const said = Buffer.concat([Buffer.from(member.id.replaceAll('-', ''), 'hex'), Buffer.of(RESULTS)]);
  return Buffer.concat([said, createHmac('sha256', key).update(said).digest().subarray(0, 16)]).toString('base64url');
}
