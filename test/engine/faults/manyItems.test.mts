import { OFFERS } from './reads.mts';
import { testTable } from './tableTest.mts';

testTable(OFFERS, 2);
