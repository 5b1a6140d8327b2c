import { createProviderDefinedToolFactory, lazySchema, zodSchema } from '@ai-sdk/provider-utils';
import { z } from 'zod/v4';

export interface DrawStyle {
  color: 'red' | 'blue';
}

const drawInputSchema = lazySchema(() => zodSchema(z.object({ shape: z.string() })));

export const draw = createProviderDefinedToolFactory<{ shape: string }, { style: DrawStyle; zoom?: number }>({
  id: 'acme.draw_20260101',
  inputSchema: drawInputSchema,
});

export const erase = createProviderDefinedToolFactory<{ shape: string }, {}>({
  id: 'acme.erase',
  inputSchema: drawInputSchema,
});
