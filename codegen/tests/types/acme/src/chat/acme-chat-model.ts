import { createJsonResponseHandler, encodePathSegment, getFromApi, postJsonToApi } from '../api';
import { acmeReplySchema, type AcmePrompt } from './acme-chat-prompt';
import type { AcmeModelIds } from './acme-model-catalog';

export type AcmeChatModelId = AcmeModelIds['language'] | (string & {});
export type AcmeEarModelId = AcmeModelIds['transcription'];
export type AcmeAnyModelId = string;
export type AcmeLookupByModelId = { [id: string]: number };

type Options = { prompt: AcmePrompt; seed?: number; effort?: 'low' | 'high' };

export class AcmeChatModel {
  constructor(
    readonly modelId: AcmeChatModelId,
    private readonly config: { baseURL: string; url: (options: { path: string }) => string; transform?: (body: Record<string, any>) => Record<string, any> },
  ) {}

  private async getArgs({ prompt, seed, effort }: Options) {
    return { args: { model: this.modelId, messages: prompt, seed, ...(effort && { effort }), stop: ['x'] } };
  }

  private wideArgs({ prompt, seed }: Options) {
    const body: Record<string, unknown> = { model: this.modelId, messages: prompt };
    if (seed != null) body.seed = seed;
    body['user'] = 'me';
    return { body } as const;
  }

  private transformBody(body: Record<string, any>): Record<string, any> {
    return this.config.transform?.(body) ?? body;
  }

  async doGenerate(options: Options) {
    const { args } = await this.getArgs(options);
    await postJsonToApi({
      url: this.config.url({ path: '/chat' }),
      body: args,
      successfulResponseHandler: createJsonResponseHandler(acmeReplySchema),
    });
  }

  async doStream(options: Options) {
    const { args } = await this.getArgs(options);
    const body = this.transformBody({ ...args, stream: true });
    await postJsonToApi({ url: `${this.config.baseURL}/chat`, body });
  }

  async doBatch(options: Options) {
    const { body } = this.wideArgs(options);
    await postJsonToApi({ url: this.batchUrl('/start'), body });
    await getFromApi({ url: this.batchUrl(`/${encodePathSegment(this.modelId)}/state?wait=1`) });
  }

  private batchUrl(path: string) {
    return `${this.config.baseURL}/batches${path}`;
  }
}
