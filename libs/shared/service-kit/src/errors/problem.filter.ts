import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toProblem } from './problem.js';

const RETRY_AFTER_S = 2;

/** Answers every failure of a request as a problem, and logs it as loudly as it deserves. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const { problem, level } = toProblem(error, request.id);
    if (level === 'error')
      this.logger.error({ traceId: request.id, route: request.routeOptions.url }, error instanceof Error ? error.stack : String(error));
    else if (level === 'warn') this.logger.warn({ traceId: request.id, route: request.routeOptions.url, problem: problem.type });
    if (reply.sent || reply.raw.headersSent) return;
    if (problem.status === 503) void reply.header('retry-after', RETRY_AFTER_S);
    void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(problem);
  }
}
