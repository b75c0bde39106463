import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';

/** What `npm run generate` writes to a service's `metadata.ts`. */
export type OpenApiMetadata = () => Promise<Record<string, unknown>>;

/** The OpenAPI document of a service, from the types of its requests and answers. */
export async function createApiDocument(app: INestApplication, name: string, metadata?: OpenApiMetadata): Promise<OpenAPIObject> {
  if (metadata) await SwaggerModule.loadPluginMetadata(metadata);
  const about = new DocumentBuilder().setTitle(`Plenum: ${name}`).setVersion('1').addBearerAuth().build();
  return SwaggerModule.createDocument(app, about);
}

/** Publishes the document at `/api/<name>/docs-json`. */
export async function describeApi(
  app: INestApplication,
  fastify: FastifyInstance,
  name: string,
  metadata?: OpenApiMetadata,
): Promise<void> {
  let document: Promise<OpenAPIObject> | undefined;
  fastify.get(`/api/${name}/docs-json`, { config: { isPublic: true } }, async (_request, reply) => {
    document ??= createApiDocument(app, name, metadata);
    return reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(await document));
  });
}
