import { convertToFormData, deleteFromApi, postFormDataToApi, postJsonToApi, postToApi } from '../api';

export async function uploadFile(file: Blob, extra: Record<string, string>) {
  const formData = new FormData();
  formData.append('file', file);
  formData.append('purpose', 'batch');
  for (const [key, value] of Object.entries(extra)) formData.append(key, value);
  await postFormDataToApi({ url: 'https://files.example/upload', formData });
}

export const editFile = async (id: string, replace: boolean) => {
  const url = replace ? '/replace' : '/edit';
  await postFormDataToApi({ url, formData: convertToFormData<{ id: string; image: Blob | Blob[]; size?: `${number}x${number}` }>({ id, image: [] }) });
  await postToApi({ url: '/raw', body: { content: JSON.stringify({ id }), values: { id } } });
  await postToApi({ url: '/raw', body: { content: new Uint8Array(), values: new Uint8Array() } });
  await deleteFromApi({ url: `/files/${id}` });
};

export async function passOn(body: unknown, anything: any) {
  await postJsonToApi({ url: '/unknown', body });
  await postJsonToApi({ url: '/any', body: anything });
}
