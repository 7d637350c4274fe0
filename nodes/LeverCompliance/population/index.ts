export { buildBridge, countNotInPopulation, type BridgeInput } from './bridge';
export { decideAcceptance } from './decideAcceptance';
export { decideHires, type DecidedHires, type HiresToDecide } from './decideHires';
export {
	decidePopulation,
	withdrawableOpportunities,
	type PopulationFacts,
} from './decidePopulation';
export { decideStart, signedOffers, startMessage } from './decideStart';
export * from './types';
