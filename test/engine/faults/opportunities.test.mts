import { OPPORTUNITIES } from './reads.mts';
import { testTable } from './tableTest.mts';

testTable(OPPORTUNITIES, 2);
