import { lazySchema, zodSchema } from '@ai-sdk/provider-utils';
import { z } from 'zod/v4';
import { acmeErrorDataSchema } from './acme-error';

const roleSchema = z.enum(['user', 'assistant']);

const usageSchema = () => z.object({ tokens: z.number(), details: z.record(z.string(), z.json()).nullish() });

let cachedFilter: z.ZodType<any> | undefined;
const filterSchema = (): z.ZodType<any> =>
  (cachedFilter ??= z.object({ key: z.string(), any: z.array(z.lazy(() => filterSchema())).optional() }));

const deltaFields = { role: roleSchema.nullish(), content: z.string().nullish() };

export const acmeChatResponseSchema = lazySchema(() =>
  zodSchema(
    z.object({
      zeta: z.string(),
      alpha: z.looseObject({ ...deltaFields, role: roleSchema }),
      refusal: z.unknown().transform(value => String(value)),
      usage: usageSchema(),
      filter: filterSchema().optional(),
    }),
  ),
);

const acmeKnownChunkSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('start'), id: z.string() }),
  z.object({ type: z.literal('delta'), ...deltaFields, usage: usageSchema().nullish() }),
]);

const createAcmeChatChunkSchema = <ERROR extends z.ZodType>(errorSchema: ERROR) =>
  z.union([
    acmeKnownChunkSchema,
    z.object({ type: z.string() }).loose().refine(value => value.type !== 'start'),
    errorSchema,
  ]);

export class AcmeChatLanguageModel {
  readonly chunkSchema = createAcmeChatChunkSchema(acmeErrorDataSchema);

  poll(body: unknown) {
    const statusSchema = z.object({ status: z.string().catch('unknown') });
    return [statusSchema.parse(body), z.strictObject({ url: z.url() }).parse(body)];
  }
}
