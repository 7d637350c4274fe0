export * from './exempt';
export * from './foldKey';
export * from './parsePolicy';
export * from './policy';
export * from './policySchema';
export * from './tiers';
export * from './zones';
