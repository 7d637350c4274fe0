export * from './exempt';
export * from './foldKey';
export * from './parsePolicy';
export * from './policy';
export type { PolicyMistake } from './settingsReader';
export * from './zones';
