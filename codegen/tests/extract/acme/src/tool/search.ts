import { createProviderExecutedToolFactory, lazySchema, zodSchema } from '@ai-sdk/provider-utils';
import { z } from 'zod/v4';

export const searchArgsSchema = lazySchema(() => zodSchema(z.object({ domains: z.array(z.string()).optional() })));

const factory = createProviderExecutedToolFactory<{}, { hits: string[] }, { domains?: string[] }>({
  id: 'acme.web_search',
  inputSchema: lazySchema(() => zodSchema(z.object({}))),
  outputSchema: z.object({ hits: z.array(z.string()) }),
  supportsDeferredResults: true,
});

export const searchWeb = (options: { domains?: string[] } = {}) => factory(options);
