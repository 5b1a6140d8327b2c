import { lazySchema, zodSchema } from '@ai-sdk/provider-utils';
import { z } from 'zod/v4';

const base = z.object({
  effort: z.enum(['low', 'high']).default('low').describe('How hard to think.'),
  file: z.instanceof(Uint8Array).optional(),
});

/** The same schema under a name that users know. */
export const acmeLanguageModelChatOptions = lazySchema(() => zodSchema(base));
