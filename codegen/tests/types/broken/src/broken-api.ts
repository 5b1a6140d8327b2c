export type Endless<T> = { value: T; next: Endless<T[]> };
export type Broken = Endless<string>;
