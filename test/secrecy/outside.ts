import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PushServer, TestDevice } from '@plenum/test-kit';
import type { Person } from '../lib/api-client.js';

const PROVIDERS = ['wecom', 'dingtalk', 'feishu'] as const;
const WEBHOOKS = {
  wecom: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a',
  dingtalk: 'https://oapi.dingtalk.com/robot/send?access_token=a',
  feishu: 'https://open.feishu.cn/open-apis/bot/v2/hook/a',
};
/** What every provider takes for a yes, and for a token. */
const YES = JSON.stringify({ errcode: 0, code: 0, access_token: 'token', tenant_access_token: 'token', expires_in: 7_200, expire: 7_200 });

/** Everybody outside to whom a house tells anything beside mail: providers of groups and messages, and the services of devices. */
export class Outside {
  private readonly taken: string[] = [];
  private readonly pushes = new PushServer();
  private readonly devices: TestDevice[] = [];
  private readonly server: Server = createServer((request, reply) => {
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
    request.on('end', () => {
      this.taken.push(JSON.stringify([request.url, request.headers, body]));
      reply.writeHead(200, { 'content-type': 'application/json' }).end(YES);
    });
  });

  /** Where a house is pointed at instead of at its providers. */
  async start(): Promise<Readonly<Record<string, string>>> {
    await Promise.all([new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve)), this.pushes.start()]);
    return {
      NOTIFIER_ROBOT_TRIAL_ORIGIN: `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`,
      NOTIFIER_PUSH_TRIAL_ORIGIN: this.pushes.origin,
    };
  }

  /** Has an organisation tell on every way there is, and people on a device each. */
  async isToldEverything(secretary: Person, people: readonly Person[]): Promise<void> {
    for (const provider of PROVIDERS) {
      const robot = { webhookUrl: WEBHOOKS[provider], isOn: true, locale: 'zh-CN', version: 0 };
      await secretary.put(`/api/notifier/ways/groups/${provider}`, robot);
      const numbered = provider === 'feishu' ? {} : { agentId: '1' };
      const app = { appId: 'a', secret: 'a', ...numbered, idIs: 'staff-no', isOn: true, version: 0 };
      await secretary.put(`/api/notifier/ways/apps/${provider}`, app);
    }
    for (const person of people) {
      const device = new TestDevice();
      this.devices.push(device);
      await person.put('/api/notifier/push/device', device.asked);
    }
  }

  /** Everything that was told, by where: as whoever was told reads it. */
  read(): readonly (readonly [place: string, content: string])[] {
    return [
      ['outside, by providers', this.taken.join('\n')],
      [
        'outside, on devices',
        this.devices
          .flatMap((device) => this.pushes.shown(device))
          .map((each) => JSON.stringify(each))
          .join('\n'),
      ],
    ];
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await Promise.all([new Promise((resolve) => this.server.close(resolve)), this.pushes.stop()]);
  }
}
