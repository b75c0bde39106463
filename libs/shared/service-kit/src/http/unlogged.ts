import { HttpException, HttpStatus } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { callerOf } from '../access/authenticate.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    isUnlogged?: boolean;
    atOnceMax?: number;
  }
}

/**
 * An endpoint of whose use no line of the log tells: that somebody came, and when. Refusals and faults are logged, and the metrics count
 * all. With `atOnceMax` one caller has so many requests under way at most; further ones are turned away before their bodies are read.
 */
export const Unlogged = (settings: { readonly atOnceMax?: number } = {}): MethodDecorator => RouteConfig({ ...settings, isUnlogged: true });

/** Whether a request that was answered with this status stays out of the log. */
export const staysOutOfLog = ({ routeOptions: { config } }: FastifyRequest, status: number): boolean =>
  status < 400 && config.isUnlogged === true;

/** Keeps the bound of {@link Unlogged}. Nobody is remembered longer than the request takes. */
export function boundAtOnce(fastify: FastifyInstance): void {
  const underWay = new Map<string, number>();
  fastify.addHook('onRequest', async (request, reply) => {
    const {
      url,
      config: { atOnceMax },
    } = request.routeOptions;
    if (atOnceMax === undefined) return;
    const key = `${url} ${callerOf(request)}`;
    const count = underWay.get(key) ?? 0;
    if (count >= atOnceMax) throw new HttpException('Too many at once', HttpStatus.TOO_MANY_REQUESTS);
    underWay.set(key, count + 1);
    // Also when the caller breaks off.
    reply.raw.once('close', () => {
      const left = (underWay.get(key) ?? 1) - 1;
      if (left > 0) underWay.set(key, left);
      else underWay.delete(key);
    });
  });
}
