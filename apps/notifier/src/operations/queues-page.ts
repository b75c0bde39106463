import { Injectable, type OnModuleDestroy, type OnModuleInit, UnauthorizedException } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { EVENT_ROUTES } from '@plenum/contracts';
import { openQueueBoard, type QueueBoard } from '@plenum/messaging';
import { isSameSecret, toProblem } from '@plenum/service-kit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { NotifierConfig } from '../notifier.config.js';

const PATH = '/api/notifier/queues';
const OPERATOR = 'operator';
/** Its styles are made in the page; fonts of other houses are not fetched. */
const CONTENT_SECURITY =
  "default-src 'none';script-src 'self';style-src 'self' 'unsafe-inline';img-src 'self' data:;connect-src 'self';base-uri 'self';frame-ancestors 'none'";

/**
 * The queues of all services, for whoever runs the house: what waits, what failed and why, and trying again. Signed in as `operator` with
 * the operator's token; without one in the environment there is no such page.
 */
@Injectable()
export class QueuesPage implements OnModuleInit, OnModuleDestroy {
  private board: QueueBoard | undefined;

  constructor(
    private readonly config: NotifierConfig,
    private readonly adapterHost: HttpAdapterHost,
  ) {}

  async onModuleInit(): Promise<void> {
    const { operatorToken, redisUrl } = this.config;
    if (operatorToken === undefined) return;
    const board = await openQueueBoard({ redisUrl, subscribers: SUBSCRIBERS, path: PATH });
    this.board = board;
    const fastify = this.adapterHost.httpAdapter.getInstance<FastifyInstance>();
    void fastify.register(
      async (page) => {
        page.addHook('onRoute', (route) => {
          route.config = { ...route.config, isPublic: true }; // Of our sign-ins it needs none: the operator's stands before it.
        });
        page.addHook('onRequest', async (request, reply) => {
          void reply.headers({ 'content-security-policy': CONTENT_SECURITY, 'cache-control': 'no-store' });
          if (isOperator(request, operatorToken) && isFromHere(request)) return undefined;
          // Thrown, it would be answered as the page answers its own faults.
          const { problem } = toProblem(new UnauthorizedException(), request.id);
          return reply
            .status(problem.status)
            .headers({ 'www-authenticate': 'Basic realm="Plenum", charset="UTF-8"', 'content-type': 'application/problem+json' })
            .send(problem);
        });
        await page.register(board.plugin);
      },
      { prefix: PATH },
    );
  }

  async onModuleDestroy(): Promise<void> {
    await this.board?.close();
  }
}

/** Everybody who hears anything. */
const SUBSCRIBERS: readonly string[] = [...new Set<string>(Object.values(EVENT_ROUTES).flat())].sort();

function isOperator({ headers }: FastifyRequest, token: string): boolean {
  const [, given = ''] = /^Basic ([A-Za-z0-9+/]+={0,2})$/.exec(headers.authorization ?? '') ?? [];
  return isSameSecret(Buffer.from(given, 'base64').toString('utf8'), `${OPERATOR}:${token}`);
}

/** A browser sends the sign-in with whatever another page makes it ask; it says so, and such a request changes nothing. */
const isFromHere = ({ method, headers }: FastifyRequest): boolean =>
  method === 'GET' || ['same-origin', undefined].includes(headers['sec-fetch-site'] as string | undefined);
