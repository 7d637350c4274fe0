import { EVIDENCE } from './reads.mts';
import { testTable } from './tableTest.mts';

testTable(EVIDENCE, 2);
