import type {} from '@fastify/cookie'; // Adds cookies to Fastify's types.
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CongressConfig } from '../congress.config.js';
import type { RefreshToken } from '../credentials/tokens/refresh-tokens.js';

const NAME = 'plenum_refresh';
const PATH = '/api/congress/session';

/** The cookie that carries a refresh token: to its own two routes only, out of reach of scripts and of other sites. */
@Injectable()
export class RefreshCookie {
  constructor(private readonly config: CongressConfig) {}

  read(request: FastifyRequest): string | null {
    const value = request.cookies[NAME];
    return value === undefined || value === '' ? null : value;
  }

  set(reply: FastifyReply, { token, expiresAt }: RefreshToken): void {
    void reply.setCookie(NAME, token, { ...this.attributes, expires: expiresAt });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(NAME, this.attributes);
  }

  private get attributes(): { path: string; httpOnly: true; sameSite: 'strict'; secure: boolean } {
    return { path: PATH, httpOnly: true, sameSite: 'strict', secure: this.config.secureCookies };
  }
}
