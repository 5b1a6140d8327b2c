const models = {
  'acme-large': { kind: 'language' },
  'acme-small': { kind: 'language' },
  'acme-ear': { kind: 'transcription' },
} as const;

type Models = typeof models;

export type AcmeModelIds = {
  [KIND in Models[keyof Models]['kind']]: { [ID in keyof Models]: Models[ID]['kind'] extends KIND ? ID : never }[keyof Models];
};
