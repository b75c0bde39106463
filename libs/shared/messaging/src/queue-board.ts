import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { FastifyPluginCallback } from 'fastify';
import { InboxQueues } from './queues.js';

/** Where the queues are, and where they are looked at. */
export interface QueueBoardOptions {
  readonly redisUrl: string;
  /** Whose queues: the names of the services. */
  readonly subscribers: readonly string[];
  /** The path of the page, e.g. `/api/notifier/queues`. */
  readonly path: string;
}

/** The page on which an operator sees what is queued and what failed, and has failed events tried again. */
export class QueueBoard {
  private readonly queues: InboxQueues;
  private readonly pages = new LookAndRetry();

  constructor({ redisUrl, subscribers, path }: QueueBoardOptions) {
    this.queues = new InboxQueues(redisUrl);
    createBullBoard({
      queues: subscribers.map((subscriber) => this.adapterFor(subscriber)),
      serverAdapter: this.pages.setBasePath(path),
      options: { uiConfig: { boardTitle: 'Plenum', hideDocsLink: true, showMetrics: false } },
    });
  }

  /** Its pages; whoever registers them says who may see them. */
  get plugin(): FastifyPluginCallback {
    return this.pages.registerPlugin() as unknown as FastifyPluginCallback;
  }

  close(): Promise<void> {
    return this.queues.close();
  }

  /** An operator needs to know which event failed and why, not what people wrote in it. */
  private adapterFor(subscriber: string): BullMQAdapter {
    const adapter = new BullMQAdapter(this.queues.queueFor(subscriber));
    for (const field of ['data', 'returnValue', 'progress'] as const) adapter.setFormatter(field, () => ({}));
    return adapter;
  }
}

type Routes = Parameters<FastifyAdapter['setApiRoutes']>[0];

/** Looking, and trying again: nothing that makes, holds or loses a job, which PostgreSQL would know nothing of. */
class LookAndRetry extends FastifyAdapter {
  override setApiRoutes(routes: Routes): this {
    super.setApiRoutes(routes.map((route) => (isAllowed(route) ? route : { ...route, handler: refuse })));
    return this;
  }
}

const isAllowed = ({ method, route }: Routes[number]): boolean => method === 'get' || /\/retry(?:\/|$)/.test(String(route));

const refuse = () => ({ status: 405 as const, body: { error: { key: 'ERRORS.QUEUE_READ_ONLY' as const } } });
