// Stands in for the toolbox: calls are found by name.
export declare function postJsonToApi(call: { url: string; body: unknown; successfulResponseHandler?: unknown }): Promise<void>;
export declare function postFormDataToApi(call: { url: string; formData: FormData }): Promise<void>;
export declare function postToApi(call: { url: string; body: { content: unknown; values: unknown } }): Promise<void>;
export declare function getFromApi(call: { url: string }): Promise<void>;
export declare function deleteFromApi(call: { url: string }): Promise<void>;
export declare function convertToFormData<T>(input: T): FormData;
export declare function createJsonResponseHandler(schema: unknown): unknown;
export declare function encodePathSegment(text: string): string;
export type InferSchema<T> = T extends { output: infer OUTPUT } ? OUTPUT : never;
