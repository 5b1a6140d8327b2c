export declare const acmeTools: {};
export * as everything from './index';
