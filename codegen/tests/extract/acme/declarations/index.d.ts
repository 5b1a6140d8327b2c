import { acmeTools } from './internal';
/** @deprecated Use `createAcme`. */
declare const acme: unknown;
declare function createAcme(): unknown;
declare class AcmeError extends Error {}
interface AcmeSettings { apiKey?: string }
type AcmeModelId = 'one' | (string & {});
declare enum AcmeMode { On }
export { acme, AcmeError, AcmeMode, type AcmeModelId, type AcmeSettings, acmeTools, createAcme };
