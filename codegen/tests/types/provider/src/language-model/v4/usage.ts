export interface Usage {
  total: bigint;
}
