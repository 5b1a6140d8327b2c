import { searchWeb } from './tool/search';

export const acmeTools = { searchWeb };
