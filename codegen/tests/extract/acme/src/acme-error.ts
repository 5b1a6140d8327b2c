import { z } from 'zod/v4';

export const acmeErrorDataSchema = z.object({ error: z.object({ message: z.string(), code: z.number().nullish() }) });

const handler = { errorSchema: z.object({ detail: z.string() }), toMessage: (data: { detail: string }) => data.detail };

export const failed = () => handler;
