import { randomBytes } from 'node:crypto';
import type {} from '@fastify/cookie'; // Adds cookies to Fastify's types.
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CongressConfig } from '../congress.config.js';

const NAME = 'plenum_device';
const PATH = '/api/congress';
const LIFE_S = 400 * 86_400; // As long as browsers keep any cookie (RFC 6265bis, 5.5).
const FORM = /^[\w-]{43}$/;

/** A cookie that says "somebody signed in here before" and signs nobody in: other people's wrong guesses do not lock such a device out. */
@Injectable()
export class DeviceCookie {
  constructor(private readonly config: CongressConfig) {}

  read(request: FastifyRequest): string | null {
    const value = request.cookies[NAME];
    return value !== undefined && FORM.test(value) ? value : null;
  }

  /** Makes the cookie of a device that has none, or lets its own live on. */
  set(reply: FastifyReply, token: string): void {
    void reply.setCookie(NAME, token, {
      path: PATH,
      httpOnly: true,
      sameSite: 'strict',
      secure: this.config.secureCookies,
      maxAge: LIFE_S,
    });
  }
}

/** A token for a device that has none yet. */
export const drawDeviceToken = (): string => randomBytes(32).toString('base64url');
